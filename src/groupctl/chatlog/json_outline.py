"""What the beginning of a JSON document looks like: its keys by path, for readers to recognise their own."""

import re
from functools import lru_cache

import msgspec

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?|([{}\[\]])|([^\s"{}\[\],:]+)', re.DOTALL)
_BEGINS = re.compile(r"\s*(?:#[^\n]*\n\s*)*[\[{]")
DEEPEST = 8
"""How many brackets deep keys are looked at; every format shows itself before."""

Outline = dict[str, str]
"""Paths such as ``chats.list[].messages[].date``, each with its first value if that is no array or object."""


def outline(text: str) -> Outline:
    """Return the keys of a document that may be cut off; no keys for what is no JSON."""
    return dict(_outline(text)) if _BEGINS.match(text) else {}


@lru_cache(maxsize=1)
def _outline(text: str) -> Outline:
    """Return the outline; remembered, since every reader asks for the same."""
    found: Outline = {}
    path, depth, key = [""], 0, ""
    for string, colon, bracket, scalar in _TOKEN.findall(text):
        if bracket in {"{", "["} and bracket:
            depth += 1
            if depth <= DEEPEST:
                inner = _join(path[-1], key) + ("[]" if bracket == "[" else "")
                path.append(inner)
                found.setdefault(inner, "")
            key = ""
        elif bracket:
            path = path[:-1] if depth <= DEEPEST and len(path) > 1 else path
            depth = max(depth - 1, 0)
            key = ""
        elif colon:
            key = string
        elif key and depth <= DEEPEST:
            found.setdefault(_join(path[-1], key), _unescaped(string) if string else scalar)
            key = ""
    return found


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path and key else path or key


def _unescaped(string: str) -> str:
    """Return a string as it reads; as it stands where it is no whole JSON string."""
    if "\\" not in string:
        return string
    try:
        return str(msgspec.json.decode(f'"{string}"'.encode("utf-8", "replace")))
    except (msgspec.MsgspecError, ValueError):
        return string
