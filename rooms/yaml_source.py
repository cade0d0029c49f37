"""YAML read so that every value knows its line, and so that nothing is guessed.

YAML 1.1 turns `no` into False and `12:10` into 730. Here every scalar stays the text that was written, except that an
empty value, `null` and `~` mean nothing; numbers are made where a number is expected (`yaml_shape`).
"""

from __future__ import annotations

from typing import Any, Final

import yaml
from yaml.reader import ReaderError

from rooms.mistakes import Mistake, Problem, Where, dotted

MOST_VALUES: Final = 50_000
"""A file that unfolds to more is refused: repeated aliases can make a small file endless."""


class Source:
    """A YAML text as plain values (dict, list, str, None), its lines, and what was wrong with it already."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.mistakes: list[Mistake] = []
        self.value: Any = None
        self._root: yaml.Node | None = None
        self._values = 0
        try:
            self._root = _composed(text)
        except yaml.YAMLError as error:
            self.mistakes.append(_broken(error, text, file))
            return
        if self._root is None:
            self._add(1, (), "The file is empty.", "a scenario; docs/scenarios.md shows how")
            return
        self.value = self._build(self._root, (), ())

    def line_of(self, where: Where) -> int:
        """The line (from 1) of the entry at `where`, or of the last entry on the way to it that is there."""
        node = self._root
        line = 1
        for part in where:
            found = _step(node, part)
            if found is None:
                break
            line, node = found
        return line

    def mistake(self, problem: Problem) -> Mistake:
        """`problem` with its line."""
        return Mistake(self.file, self.line_of(problem.where), dotted(problem.where), problem.problem, problem.instead)

    def _add(self, line: int, where: Where, problem: str, instead: str) -> None:
        self.mistakes.append(Mistake(self.file, line, dotted(where), problem, instead))

    def _build(self, node: yaml.Node, where: Where, around: tuple[int, ...]) -> Any:
        """The plain value of `node`; `around` holds the nodes it stands in, so that a loop of aliases is seen."""
        line = node.start_mark.line + 1
        self._values += 1
        if self._values == MOST_VALUES:
            self._add(line, where, "The file unfolds to too many values.", "fewer *aliases")
        if id(node) in around or self._values >= MOST_VALUES:
            if id(node) in around:
                self._add(line, where, "This *alias stands inside what it names.", "the text itself")
            return None
        around = (*around, id(node))
        if isinstance(node, yaml.MappingNode):
            return self._build_mapping(node, where, around)
        if isinstance(node, yaml.SequenceNode):
            return [self._build(child, (*where, index), around) for index, child in enumerate(node.value)]
        return None if isinstance(node, yaml.ScalarNode) and _means_nothing(node) else node.value

    def _build_mapping(self, node: yaml.MappingNode, where: Where, around: tuple[int, ...]) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        for key, child in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                self._add(line, where, "A name must be one word.", "name: value")
                continue
            inner = (*where, key.value)
            if key.value in entries:
                first = self.line_of(inner)
                self._add(line, inner, f"'{key.value}' is written twice; the first is on line {first}.", "it once")
                continue
            entries[key.value] = self._build(child, inner, around)
        return entries


def _composed(text: str) -> yaml.Node | None:
    """The tree of nodes, read by the C library where there is one; a fault is worded by the Python reader, always."""
    if yaml.__with_libyaml__:
        try:
            return yaml.compose(text, Loader=yaml.CBaseLoader)
        except yaml.YAMLError:
            return yaml.compose(text, Loader=yaml.BaseLoader)
    return yaml.compose(text, Loader=yaml.BaseLoader)


def _means_nothing(node: yaml.ScalarNode) -> bool:
    plain = node.style not in ("'", '"', "|", ">")
    return plain and node.value in ("", "null", "~")


def _step(node: yaml.Node | None, part: str | int) -> tuple[int, yaml.Node] | None:
    """The line and the node of the entry `part` of `node`."""
    if isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == part:
                return key.start_mark.line + 1, child
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        child = node.value[part]
        return child.start_mark.line + 1, child
    return None


_INDENT: Final = "the same indent as the lines beside it, two spaces a level"
_QUOTED: Final = 'a text with a colon or comma in quotation marks, "like this: so"'
_PLAINLY: Final[tuple[tuple[str, str, str], ...]] = (
    ("mapping values are not allowed", "A colon stands where none can.", f"{_INDENT}, or {_QUOTED}"),
    ("expected ':'", "A colon is missing.", "name: value, with a colon and a space"),
    ("could not find expected", "A colon is missing.", "name: value, with a colon and a space"),
    ("',' or", "A bracket is not closed, or a comma is missing.", f"{{one: …, two: …}}, or {_QUOTED}"),
    ("but found '<block ", "This line begins at another column than those beside it.", _INDENT),
    ("but found '-'", "This line begins at another column than those beside it.", _INDENT),
    ("<block end>, but found", "Something stands behind the end of a text.", "the whole text in quotation marks"),
    ("\\t", "A tab stands here.", "spaces"),
    ("unexpected end of stream", "A quotation mark or a bracket is never closed.", "both the first and the last one"),
    ("cannot start any token", "A text cannot begin like this.", "the whole text in quotation marks"),
    ("another document", "A second scenario begins here.", "one scenario a file"),
    ("second occurrence", "This &name is given twice.", "another &name"),
    ("undefined alias", "No &name is called so above.", "the text itself, or the &name of one above"),
)
"""What PyYAML says, in the words of this program, and what to write instead."""


def _broken(error: yaml.YAMLError, text: str, file: str) -> Mistake:
    """A YAML syntax error in the words of this program."""
    if isinstance(error, ReaderError):
        line = text[: error.position].count("\n") + 1
        return Mistake(file, line, "", "A sign stands here that cannot be shown.", "the text without it")
    if not isinstance(error, yaml.MarkedYAMLError):
        return Mistake(file, 1, "", f"This is not YAML: {error}.", "plain text in UTF-8")
    detail = error.problem or error.context or "something stands where it cannot"
    mark = error.problem_mark or error.context_mark
    if "expected ':'" in detail:
        mark = error.context_mark or mark
    plain = ((problem, instead) for part, problem, instead in _PLAINLY if part in detail)
    problem, instead = next(plain, (f"This is not YAML: {detail}.", _QUOTED))
    return Mistake(file, mark.line + 1 if mark else 1, "", problem, instead)
