"""Parts of the annotated Word document: the text's places in the file, runs cut at them, comments and their words."""
