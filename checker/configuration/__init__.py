"""Configuration (配置): a file beside the reports and a named profile, as settings; and what they make of the rule set."""
