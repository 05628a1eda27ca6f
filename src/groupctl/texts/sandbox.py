"""Running a template that may come from anywhere: it can print what it is given, and nothing else.

A text needs variables, conditions, loops over lists, parts it shares with others and a few filters. That is all
there is: every other piece of Jinja's language is refused before anything runs. No attribute of a Python object can
be reached, nothing can be called but a macro of a template, and steps, seconds and the length of every string that
a template builds are bounded, so that a template from a stranger can neither look around nor hang.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, Undefined, nodes
from jinja2.exceptions import SecurityError, TemplateAssertionError, TemplateRuntimeError, UndefinedError
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from groupctl.i18n import _
from groupctl.texts.catalogue import SUFFIX, locate, read
from groupctl.texts.header import FENCE, parse

MOST_STEPS = 20_000
"""Rounds of loops and calls of macros, filters and parts in one text; the longest of ours takes a few hundred."""
MOST_SECONDS = 5.0
MOST_CHARACTERS = 100_000
"""The longest text, and the longest string on the way to it."""

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Assign, nodes.Macro,
    nodes.Include, nodes.FromImport,
    nodes.Name, nodes.Const, nodes.List, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.Call,
    nodes.CondExpr, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.Keyword, nodes.Add, nodes.Sub,
)  # fmt: skip
_TESTS = ("defined", "odd", "even")
_LOOP = frozenset({"index", "index0", "first", "last", "length"})
_LARGEST = 10**15


def _trailing(text: str) -> str:
    return text.rstrip().rstrip("。.．；;，,、 ")


def phrase(text: Any) -> str:
    """Return a text without the full stop it may end in, to stand inside a sentence."""
    return _trailing(_scalar(text))


def sentence(text: Any) -> str:
    """Return a text that ends the way its language ends a sentence, unless it already ends in a mark of its own."""
    whole = _trailing(_scalar(text))
    if not whole or whole[-1] in "！？…!?～~：:":
        return whole
    return whole + ("。" if _is_wide(whole) else ".")


def capital(text: Any) -> str:
    """Return a text that begins with a capital, unless its first word has one of its own, as iPhone has."""
    whole = _scalar(text)
    return whole if whole[1:2].isupper() else whole[:1].upper() + whole[1:]


def _is_wide(text: str) -> bool:
    return any("\u2e80" <= char <= "\uffef" for char in text)


def join(items: Any, separator: str = "") -> str:
    """Return a list of texts as one."""
    return bounded(_interleave([_scalar(item) for item in _list(items)], _scalar(separator)))


def phrases(items: Any, separator: str = "") -> str:
    """Return a list of texts as one, none of them with the full stop it may end in."""
    return join([phrase(item) for item in _list(items)], separator)


def _list(items: Any) -> Sequence[Any]:
    if not isinstance(items, list):
        raise SecurityError(_("this takes a list"))
    return items


def _interleave(items: Sequence[str], separator: str) -> Iterable[str]:
    for number, item in enumerate(items):
        if number:
            yield separator
        yield item


def _scalar(value: Any) -> str:
    """Return what may be printed: text or a number of a size that a person would write."""
    if isinstance(value, Undefined):
        return str(value)  # raises, with the name of what is not there
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise SecurityError(_("only text and numbers can be printed; go through a list with a loop, or join it"))
    if not isinstance(value, str) and abs(value) > _LARGEST:
        raise SecurityError(_("the number is too large"))
    return f"{value:g}" if isinstance(value, float) else str(value)


def bounded(pieces: Iterable[str]) -> str:
    """Return pieces as one text; SecurityError as soon as it is longer than MOST_CHARACTERS."""
    taken: list[str] = []
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > MOST_CHARACTERS:
            raise SecurityError(_("the text grows beyond {most:,} characters").format(most=MOST_CHARACTERS))
        taken.append(piece)
    return "".join(taken)


class RefusedError(TemplateAssertionError):
    """The template uses a part of Jinja's language that texts do without."""


class Nothing(StrictUndefined):
    """What a template gets for a name that is not there: an error that names it, as soon as it is used."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint or _("there is nothing called {name} here").format(name=name), obj, name, exc)


_FILTERS: Mapping[str, Callable[..., Any]] = {
    "phrase": phrase,
    "sentence": sentence,
    "capital": capital,
    "join": join,
    "phrases": phrases,
    "length": lambda items: len(_list(items)),
    "first": lambda items: next(iter(_list(items)), ""),
    "last": lambda items: next(reversed(_list(items)), ""),
    "trim": lambda text: _scalar(text).strip(),
    "lower": lambda text: _scalar(text).lower(),
    "upper": lambda text: _scalar(text).upper(),
}


class TextLoader(BaseLoader):
    """Finds what a template includes: in the template folders of its language, and nowhere else."""

    def __init__(self, language: str, folders: Sequence[Path]) -> None:
        self.language = language
        self.folders = folders

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """Return (text, file, whether that is still what the name stands for) of a template or a part."""
        name = template.removesuffix(SUFFIX)
        path = locate(name, self.language, self.folders)
        if path is None:
            raise TemplateNotFound(template, _("no template folder has {name}").format(name=template))
        stamp = path.stat().st_mtime_ns
        text = read(path)
        body = parse(text, path).body if text.startswith(FENCE) else text
        return body, str(path), lambda: locate(name, self.language, self.folders) == path and _is_from(path, stamp)


def _is_from(path: Path, stamp: int) -> bool:
    try:
        return path.stat().st_mtime_ns == stamp
    except OSError:
        return False


class TextEnvironment(ImmutableSandboxedEnvironment):
    """Jinja, cut down to what a text needs."""

    intercepted_binops = frozenset({"+", "-"})

    def __init__(self, language: str, folders: Sequence[Path] = ()) -> None:
        super().__init__(
            loader=TextLoader(language, folders), undefined=Nothing, autoescape=False, finalize=_scalar,
            trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        )  # fmt: skip
        self.concat = bounded  # type: ignore[method-assign]  # macros gather their text through it
        self.globals = {}
        self.begin()
        self.tests = {name: self.tests[name] for name in _TESTS}
        self.filters = {name: self._counted(function) for name, function in _FILTERS.items()}

    def begin(self) -> None:
        """Start counting anew, for the next text."""
        self.steps = 0
        self.deadline = time.monotonic() + MOST_SECONDS

    def tick(self) -> str:
        """Count one step; SecurityError where a template takes more of them, or more time, than a text can need."""
        self.steps += 1
        if self.steps > MOST_STEPS or time.monotonic() > self.deadline:
            raise SecurityError(_("the template takes too many steps; does a loop or a macro call itself?"))
        return ""

    def _counted(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any) -> Any:
            self.tick()
            return function(*arguments)

        return counted

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in _walk(tree):
            _refuse(node, name, filename)
            if isinstance(node, nodes.For | nodes.Macro):
                node.body.insert(0, self._tick_node(node.lineno))
        return tree.set_environment(self)  # type: ignore[return-value]

    def _tick_node(self, line: int) -> nodes.Node:
        call = nodes.Call(nodes.EnvironmentAttribute("tick"), [], [], None, None)
        return nodes.ExprStmt(call).set_lineno(line)

    def get_template(self, *arguments: Any, **options: Any) -> Any:
        """Load a template or a part; each counts as a step."""
        self.tick()
        return super().get_template(*arguments, **options)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a key of a table, or where a loop stands; there are no other attributes."""
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return a key of a table or an item of a list."""
        wanted = str if isinstance(obj, Mapping) else int if isinstance(obj, list) else ()
        if isinstance(argument, wanted):
            try:
                return obj[argument]
            except (KeyError, IndexError):
                pass
        return self.undefined(_not_there(obj, argument))

    def call(self, context: Any, obj: Any, *arguments: Any, **options: Any) -> Any:
        """Call a macro; SecurityError, which does not show the object, for anything else."""
        if not self.is_safe_callable(obj):
            raise SecurityError(_("only macros can be called"))
        return super().call(context, obj, *arguments, **options)

    def is_safe_callable(self, obj: Any) -> bool:
        """Tell a template's own macro from everything else that Python could call."""
        return isinstance(obj, Macro) or obj == self.tick

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Add and subtract numbers; texts are put together by writing them side by side."""
        if not isinstance(left, int) or not isinstance(right, int) or max(abs(left), abs(right)) > _LARGEST:
            raise SecurityError(_("only numbers can be added"))
        return super().call_binop(context, operator, left, right)


def _not_there(obj: Any, argument: Any) -> str:
    place = f"{getattr(obj, 'key', '')}.{argument}".removeprefix(".")
    near = get_close_matches(str(argument), obj, n=1) if isinstance(obj, Mapping) else []
    if near:
        return _("{name} is not there; did you mean {near}?").format(name=place, near=near[0])
    return _("{name} is not there").format(name=place)


@lru_cache(maxsize=8)
def environment_for(language: str, folders: tuple[Path, ...]) -> TextEnvironment:
    """Return the environment of some folders; what it has compiled it keeps for as long as the files stay the same."""
    return TextEnvironment(language, folders)


def _walk(tree: nodes.Node) -> list[nodes.Node]:
    """Return every node of a tree, without recursion."""
    found: list[nodes.Node] = [tree]
    for node in found:
        found.extend(node.iter_child_nodes())
    return found


def _refuse(node: nodes.Node, name: str | None, filename: str | None) -> None:
    computed_list = isinstance(node, nodes.List) and not all(isinstance(item, nodes.Const) for item in node.items)
    computed_name = isinstance(node, nodes.Include | nodes.FromImport) and not isinstance(node.template, nodes.Const)
    unpacking = isinstance(node, nodes.Call) and (node.dyn_args or node.dyn_kwargs)
    if not isinstance(node, _ALLOWED) or computed_list or computed_name or unpacking:
        word = _("a text template cannot use this: {word}").format(word=type(node).__name__.lower())
        raise RefusedError(word, node.lineno or 1, name, filename)
