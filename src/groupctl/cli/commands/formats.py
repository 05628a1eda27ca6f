"""``groupctl formats``: which exports can be read, and how to get them."""

from typing import TYPE_CHECKING

from groupctl.cli.command import HELP, Command
from groupctl.cli.output import Json
from groupctl.i18n import _

if TYPE_CHECKING:
    from rich.console import Console

    from groupctl.chatlog import Reader


def formats(as_json: Json = False) -> None:
    """List the chat exports that groupctl reads, and how to get each."""
    from groupctl.chatlog import formats as readers
    from groupctl.cli.output import emit

    known = readers()
    rows = [
        {
            "name": name,
            "title": _(reader.title),
            "platform": reader.platform,
            "endings": reader.endings,
            "how": _(reader.how),
        }
        for name, reader in known.items()
    ]
    emit({"schema": "groupctl.formats/1", "formats": rows}, as_json=as_json, draw=lambda console: _draw(known, console))


def _draw(known: "dict[str, Reader]", console: "Console") -> None:
    from rich.text import Text

    for name, reader in known.items():
        endings = " ".join(f".{ending}" for ending in reader.endings)
        console.print(Text.assemble((name, "bold"), f"  {_(reader.title)}  ", (endings, "dim")))
        console.print(Text(f"  {_(reader.how)}"))


COMMAND = Command(run=formats, panel=HELP, rank=20)
