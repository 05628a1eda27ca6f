"""What every table of ``group.toml`` has in common."""

from pydantic import BaseModel, ConfigDict


class Table(BaseModel):
    """A table of the file. Keys we do not know are kept (``model_extra``) and reported, never dropped.

    Strict: ``true`` is no number and ``5`` no date, whatever Python makes of them.
    """

    model_config = ConfigDict(
        extra="allow", frozen=True, strict=True, allow_inf_nan=False, use_attribute_docstrings=True
    )
