"""The version of the program (the rule set has its own, in rules/ruleset.yaml)."""

__version__ = "0.1.0"
