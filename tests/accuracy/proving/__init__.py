"""Runs the rules over clean reports and over reports with one fault each, and counts what they find."""
