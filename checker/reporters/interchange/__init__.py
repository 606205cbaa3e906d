"""Parts of the SARIF log: files and places in them, the rules that are named, and what the program has to say of itself."""
