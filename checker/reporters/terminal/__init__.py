"""What the console reporter is made of: widths, style, one document, the summary."""
