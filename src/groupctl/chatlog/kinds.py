"""What a message is, where the export only hints at it: by the ending of an attached file's name."""

import polars as pl

_ENDINGS = {
    "image": ("jpg", "jpeg", "png", "heic", "bmp", "tif", "tiff"),
    "sticker": ("webp",),
    "video": ("mp4", "mov", "3gp", "mkv", "avi", "gif"),
    "voice": ("opus", "m4a", "ogg", "amr", "mp3", "aac", "wav", "silk"),
    "contact": ("vcf",),
}
_KINDS = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings}


def kind_of_file(name: pl.Expr) -> pl.Expr:
    """Return the kinds of messages that attached files make: ``file`` for what is no medium, null for no name."""
    ending = name.str.extract(r"\.(\w+)\s*$").str.to_lowercase()
    return pl.when(name.is_not_null()).then(ending.replace_strict(_KINDS, default="file", return_dtype=pl.String))
