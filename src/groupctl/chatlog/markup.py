"""From messages as HTML back to what was typed: the marks of Discord, which most programs understand."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "s": "~~", "del": "~~", "u": "__", "code": "`"}
DEEPEST = 100
"""Elements within elements; nobody types more."""


def parse(html: bytes | str) -> "LexborHTMLParser":
    """Return a document as a browser would see it."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - only exports in HTML need it

    return LexborHTMLParser(html.decode("utf-8", "replace") if isinstance(html, bytes) else html)


def typed(node: "LexborNode", depth: int = 0) -> str:
    """Return the text of an element with Discord's marks in place of HTML's."""
    return "".join(_piece(child, depth) for child in node.iter(include_text=True)) if depth < DEEPEST else ""


def _piece(node: "LexborNode", depth: int) -> str:
    """Return one child as it was typed."""
    tag = node.tag or ""
    if tag == "-text":
        return node.text_content or ""
    if tag == "img":
        return _emoji(node)
    return "\n" if tag == "br" else _marked(node, tag, typed(node, depth + 1))


def _marked(node: "LexborNode", tag: str, inner: str) -> str:
    """Return what stands within an element, between the marks that make such an element."""
    kinds = (node.attributes.get("class") or "").split()
    if _is_any(kinds, "pre--multiline", "chatlog__markdown-pre--multiline"):
        language = next((kind.removeprefix("language-") for kind in kinds if kind.startswith("language-")), "")
        return "```{}\n{}\n```".format(language, inner.strip("\n"))
    if _is_any(kinds, "quote", "chatlog__markdown-quote-content"):
        return "".join(f"> {line}\n" for line in inner.strip("\n").split("\n"))
    if _is_any(kinds, "chatlog__edited-timestamp"):
        return ""
    inline = _is_any(kinds, "pre--inline", "chatlog__markdown-pre--inline")
    hidden = _is_any(kinds, "spoiler", "spoiler-text", "chatlog__markdown-spoiler")
    mark = "`" if inline else "||" if hidden else MARKS.get(tag, "")
    return f"{mark}{inner}{mark}"


def _is_any(kinds: list[str], *wanted: str) -> bool:
    return any(kind in wanted for kind in kinds)


def _emoji(node: "LexborNode") -> str:
    """Return an emoji as the character itself, or as its name between colons."""
    alt = node.attributes.get("alt") or ""
    is_name = alt.isascii() and alt.strip(":").replace("_", "").replace("~", "").isalnum()
    return f":{alt.strip(':')}:" if is_name else alt
