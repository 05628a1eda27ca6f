"""The word tables, one file per language."""
