"""What several reporters share: sentences, names of things, points, counts and the taming of document text."""
