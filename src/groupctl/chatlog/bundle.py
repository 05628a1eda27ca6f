"""Exports of many files: the folder or the zip around the one file by which an export is known."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from groupctl.chatlog import archive
from groupctl.chatlog.source import Source
from groupctl.errors import UnreadableChatError
from groupctl.i18n import _

DEEPEST = 3
"""Folders below the export's own that are looked into."""


@dataclass(frozen=True)
class Bundle:
    """The files beside one of them; names are relative to its folder, with slashes."""

    around: Source

    @property
    def _prefix(self) -> str:
        return self.around.entry.rpartition("/")[0] if self.around.entry else ""

    @property
    def _is_zip(self) -> bool:
        return bool(self.around.entry) and not self.around.path.is_dir()

    @cached_property
    def sizes(self) -> dict[str, int]:
        """Return the size of each file below the folder, in bytes, by name, sorted."""
        found = self._zipped() if self._is_zip else self._on_disk()
        return dict(sorted(found))

    @cached_property
    def _packed(self) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(self.around.path)
        except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
            raise archive.damaged(self.around.path) from error

    def _zipped(self) -> Iterator[tuple[str, int]]:
        infos = archive.entries_of(self.around.path)
        archive.check_size(self.around.path, infos)
        prefix = f"{self._prefix}/" if self._prefix else ""
        for info in infos:
            if info.filename.startswith(prefix):
                yield info.filename.removeprefix(prefix), info.file_size

    def _on_disk(self) -> Iterator[tuple[str, int]]:
        folder = self.around.path if self.around.entry else self.around.path.parent
        folder = folder / self._prefix
        for depth in range(DEEPEST):
            for path in folder.glob("*/" * depth + "*.json*"):
                if path.is_file():
                    yield path.relative_to(folder).as_posix(), path.stat().st_size

    def source(self, name: str) -> Source:
        """Return a file by name; UnreadableChatError where there is none, or the name leads out of the folder."""
        parts = PurePosixPath(name).parts
        if not parts or ".." in parts or PurePosixPath(name).is_absolute() or name not in self.sizes:
            raise UnreadableChatError(
                _("{file} speaks of {name}, which is not there").format(file=self.around.name, name=name),
                _("keep the files of an export together"),
            )
        size = self.sizes[name]
        if self.around.entry:
            packed = self._packed if self._is_zip else None
            return replace(self.around, entry=f"{self._prefix}/{name}".lstrip("/"), size=size, packed=packed)
        return Source(path=self.around.path.parent / name, size=size)
