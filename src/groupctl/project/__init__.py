"""The project: what a group declares about itself in ``group.toml``."""
