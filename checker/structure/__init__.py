"""Document to report: extent, outline, sections, identity, front matter and mentions."""
