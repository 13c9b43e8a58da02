"""Small faults for the mutation check: in cells of tables, lines of the package, saved outputs."""

from __future__ import annotations

import ast
import copy
import csv
import io
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import compact_notebook
import nbformat

PLOTLY, PNG = "application/vnd.plotly.v1+json", "image/png"
#: What a fault of the hand does to a word.
LETTERS = "abcdefghijklmnoprstuvwy"
OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
REVERSED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}


@dataclass(frozen=True)
class Mutant:
    """One changed file.

    Attributes
    ----------
    kind
        ``"cell"``, ``"line"`` or ``"output"``.
    path
        The file, seen from the top of the project.
    told
        Where it was changed, and from what to what.
    content
        The file's new text.
    """

    kind: str
    path: str
    told: str
    content: str


def slip(text: str, chance: random.Random) -> str:
    """Return a text with one slip: another digit, another letter, or a word left out."""
    digits = [match.start() for match in re.finditer(r"\d", text)]
    letters = [match.start() for match in re.finditer(r"[A-Za-z]", text)]
    words = text.split(" ")
    if digits and (not letters or chance.random() < 1 / 2):
        place = chance.choice(digits)
        other = chance.choice([one for one in "0123456789" if one != text[place]])
        return text[:place] + other + text[place + 1 :]
    if len(words) > 3 and chance.random() < 1 / 2:  # noqa: PLR2004
        words.pop(chance.randrange(len(words)))
        return " ".join(words)
    if not letters:
        return text + "1"
    place = chance.choice(letters)
    other = chance.choice([one for one in LETTERS if one != text[place].casefold()])
    return text[:place] + (other.upper() if text[place].isupper() else other) + text[place + 1 :]


def cells(root: Path, chance: random.Random, count: int) -> Iterator[Mutant]:
    """Change cells of tables: a table by chance, then a cell of it."""
    described = json.loads((root / "data" / "datapackage.json").read_text("utf-8"))
    for _ in range(count):
        path = f"data/{chance.choice(described['resources'])['path']}"
        rows = list(csv.reader(io.StringIO((root / path).read_text("utf-8"))))
        line, column = chance.randrange(1, len(rows)), chance.randrange(len(rows[0]))
        before = rows[line][column]
        # An empty cell gets what stands in another row.
        full = [row[column] for row in rows[1:] if row[column]]
        after = slip(before, chance) if before else chance.choice(full or ["x"])
        rows[line][column] = after
        written = io.StringIO()
        csv.writer(written, lineterminator="\n").writerows(rows)
        told = f"row {line + 1}, {rows[0][column]}: {before[:60]!r} -> {after[:60]!r}"
        yield Mutant("cell", path, told, written.getvalue())


def lines(root: Path, chance: random.Random, count: int) -> Iterator[Mutant]:
    """Change lines of the package that do something: first a line by chance, then a fault."""
    places = [
        (path, line, choices)
        for path in sorted((root / "src" / "infosoc").rglob("*.py"))
        for line, choices in sorted(_faults(path.read_text("utf-8")).items())
    ]
    for path, line, choices in chance.sample(places, count):
        text = path.read_text("utf-8")
        node, new = chance.choice(choices)
        before = ast.get_source_segment(text, node) or ""
        told = f"line {line}: {_short(before)} -> {_short(new)}"
        name = path.relative_to(root).as_posix()
        yield Mutant("line", name, told, _put(text, node, new))


def _short(code: str) -> str:
    return " ".join(code.split())[:90]


Fault = tuple[ast.expr | ast.stmt, str]


def _faults(text: str) -> dict[int, list[Fault]]:
    """List what could be wrong in each line of a module, but for texts, types and imports."""
    tree = ast.parse(text)
    spared = {
        id(part) for node in ast.walk(tree) for one in _spared(node) for part in ast.walk(one)
    }
    found: dict[int, list[Fault]] = {}
    for node in ast.walk(tree):
        if id(node) not in spared and isinstance(node, ast.expr | ast.stmt):
            for new in _broken(node):
                found.setdefault(node.lineno, []).append((node, new))
    return found


def _spared(node: ast.AST) -> list[ast.AST]:
    """Return the parts of a node in which a change would change nothing that runs."""
    match node:
        case ast.FunctionDef():
            arguments = [*node.args.args, *node.args.kwonlyargs, *node.args.posonlyargs]
            types = [one.annotation for one in arguments] + [node.returns]
            return [*filter(None, types), *node.decorator_list]
        case ast.AnnAssign():
            return [node.annotation]
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return [node]
        case ast.ClassDef():
            return list(node.decorator_list)
        case ast.Subscript() | ast.JoinedStr() | ast.Raise() | ast.Assert():
            # Aliases of types, the insides of texts, and messages of errors.
            return [node] if not isinstance(node, ast.Subscript) else []
        case _:
            return []


def _broken(node: ast.expr | ast.stmt) -> list[str]:  # noqa: PLR0911
    """Return the code that could stand in the place of a node."""
    match node:
        case ast.Compare(ops=[only]) if type(only) in OPPOSITES:
            return [_unparsed(node, ops=[OPPOSITES[type(only)]()])]
        case ast.BoolOp(op=ast.And()):
            return [_unparsed(node, op=ast.Or())]
        case ast.BoolOp():
            return [_unparsed(node, op=ast.And())]
        case ast.BinOp(op=operator) if type(operator) in REVERSED:
            return [_unparsed(node, op=REVERSED[type(operator)]())]
        case ast.UnaryOp(op=ast.Not()):
            return [f"({ast.unparse(node.operand)})"]
        case ast.Constant(value=bool()):
            return [str(not node.value)]
        case ast.Constant(value=int() | float()):
            return [repr(node.value + 1)]
        case ast.IfExp():
            return [f"({ast.unparse(node.body)})", f"({ast.unparse(node.orelse)})"]
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Continue() | ast.Break():
            return ["pass"]
        case ast.Return(value=ast.expr()) if not isinstance(node.value, ast.Constant):
            return ["return None"]
        case _:
            return []


def _unparsed(node: ast.AST, **changed: object) -> str:
    new = copy.copy(node)
    for name, value in changed.items():
        setattr(new, name, value)
    return f"({ast.unparse(new)})"


def _put(text: str, node: ast.expr | ast.stmt, new: str) -> str:
    """Write new code in the place of a node; columns of a syntax tree count bytes."""
    raw = [line.encode() for line in text.splitlines(keepends=True)]
    first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
    head = raw[first][: node.col_offset]
    tail = raw[last][node.end_col_offset :]
    return b"".join([*raw[:first], head, new.encode(), tail, *raw[last + 1 :]]).decode()


def outputs(root: Path, chance: random.Random, count: int) -> Iterator[Mutant]:
    """Change saved outputs of lessons, in turn in each of the ways."""
    paths = sorted((root / "notebooks").glob("*.ipynb"))
    ways = (_other_text, _other_figure, _removed, _other_picture)
    made = 0
    while made < count:
        path = chance.choice(paths)
        notebook = nbformat.read(path, as_version=4)
        told = ways[made % len(ways)](notebook, chance)
        if told:
            made += 1
            name = path.relative_to(root).as_posix()
            yield Mutant("output", name, told, compact_notebook.write(notebook))


def _with(notebook: nbformat.NotebookNode, chance: random.Random, wanted: Callable) -> list:
    found = [
        (number, cell, place)
        for number, cell in enumerate(notebook.cells, start=1)
        for place, output in enumerate(cell.get("outputs", []))
        if wanted(output)
    ]
    return list(chance.choice(found)) if found else []


def _other_text(notebook: nbformat.NotebookNode, chance: random.Random) -> str:
    """Change a number or a word that a reader sees."""
    found = _with(notebook, chance, lambda one: one.get("data", {}).get("text/html"))
    if not found:
        return ""
    number, cell, place = found
    data = cell.outputs[place].data
    seen = [*re.finditer(r">([^<>]*\w[^<>]*)<", data["text/html"])]
    if not seen:
        return ""
    match = chance.choice(seen)
    before, after = match[1], slip(match[1], chance)
    start, end = match.span(1)
    data["text/html"] = data["text/html"][:start] + after + data["text/html"][end:]
    return f"cell {number}, text: {before[:60]!r} -> {after[:60]!r}"


def _other_figure(notebook: nbformat.NotebookNode, chance: random.Random) -> str:
    """Change one value of a figure."""
    found = _with(notebook, chance, lambda one: one.get("data", {}).get(PLOTLY))
    if not found:
        return ""
    number, cell, place = found
    figure = cell.outputs[place].data[PLOTLY]
    leaves = list(_leaves(figure["data"] + [figure["layout"]]))
    holder, key = chance.choice(leaves)
    before = holder[key]
    holder[key] = slip(before, chance) if isinstance(before, str) else before + 1
    return f"cell {number}, figure, {key}: {str(before)[:60]!r} -> {str(holder[key])[:60]!r}"


def _leaves(part: object) -> Iterator[tuple]:
    pairs = part.items() if isinstance(part, dict) else enumerate(part)  # type: ignore[arg-type]
    for key, value in pairs:
        if isinstance(value, dict | list):
            yield from _leaves(value)
        elif isinstance(value, str | int | float) and not isinstance(value, bool) and value != "":
            yield part, key


def _removed(notebook: nbformat.NotebookNode, chance: random.Random) -> str:
    """Take an output away."""
    found = _with(notebook, chance, lambda _: True)
    if not found:
        return ""
    number, cell, place = found
    cell.outputs.pop(place)
    return f"cell {number}, output {place + 1}: taken away"


def _other_picture(notebook: nbformat.NotebookNode, chance: random.Random) -> str:
    """Put another figure's picture in the place of one, or change one letter of it."""
    found = _with(notebook, chance, lambda one: one.get("data", {}).get(PNG))
    if not found:
        return ""
    number, cell, place = found
    data = cell.outputs[place].data
    pictures = [
        output.data[PNG]
        for one in notebook.cells
        for output in one.get("outputs", [])
        if output.get("data", {}).get(PNG, data[PNG]) != data[PNG]
    ]
    if pictures:
        data[PNG] = chance.choice(pictures)
        return f"cell {number}: the picture of another figure"
    middle = len(data[PNG]) // 2
    other = "A" if data[PNG][middle] != "A" else "B"
    data[PNG] = data[PNG][:middle] + other + data[PNG][middle + 1 :]
    return f"cell {number}: one byte of the picture"
