"""Rules as data: where they are, how they load, which of them are in force."""
