"""The rows of the table, one file an area; every file ends in ``ROWS = (row(…), …)``."""
