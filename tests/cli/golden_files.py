"""What commands print, as it was read and approved.

GROUPCTL_UPDATE=1 pytest tests/cli writes the golden files anew; read the difference before it is committed.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def golden(name: str, text: str) -> None:
    """Compare a text with the golden file of this name."""
    path = FOLDER / name
    if os.environ.get("GROUPCTL_UPDATE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{name}: GROUPCTL_UPDATE=1 writes it anew"
