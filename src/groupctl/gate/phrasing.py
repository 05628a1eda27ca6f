"""How findings quote a project's own words; the functions are everybody's and stand in ``wording``."""

from groupctl.wording import listed, quoted

__all__ = ["listed", "quoted"]
