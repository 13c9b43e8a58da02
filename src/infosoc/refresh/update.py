"""From an answer to the new files of a folder."""

from __future__ import annotations

import copy
import dataclasses
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infosoc.data import validate
from infosoc.data.fingerprints import fingerprint, recorded
from infosoc.errors import DataFileError, Problem
from infosoc.refresh import figures
from infosoc.refresh.answers import Answer
from infosoc.refresh.changes import Changes, compare, doubts
from infosoc.refresh.errors import FiguresError
from infosoc.refresh.files import NewFile, read
from infosoc.refresh.recipes import Recipe

#: How many faults of the new figures a message lists.
MOST_LISTED = 5


@dataclass(frozen=True)
class Update:
    """A table's new file, what is new in it, and what speaks against it."""

    recipe: Recipe
    vintage: str
    file: NewFile
    changes: Changes
    doubts: list[str]


def prepare(recipe: Recipe, answer: Answer) -> Update:
    """Make a table's new file in memory, compare it with the old one and validate it.

    Parameters
    ----------
    recipe
        How the table is made.
    answer
        What the service says.

    Raises
    ------
    DataFileError
        If the old file is damaged, because nothing can be compared with it.
    FiguresError
        If the new file breaks a rule of the table.
    AnswerError
        If the answer contradicts itself.
    """
    path = recipe.table.file
    old = read(path)
    if old is not None and (found := validate.problems(recipe.table, recipe.keys)):
        raise DataFileError(found)
    fresh = figures.from_answer(recipe, answer)
    content = figures.to_csv(recipe, fresh)
    _refuse_faults(recipe, content)
    changes = compare(figures.from_file(path), fresh)
    return Update(
        recipe=recipe,
        vintage=answer.vintage,
        file=NewFile(path, old, content),
        changes=changes,
        doubts=doubts(changes, recipe.vintage, answer.vintage),
    )


def new_files(
    folder: Path, described: dict[str, Any], descriptor: bytes, updates: Sequence[Update]
) -> list[NewFile]:
    """List the files that differ: the tables first, ``datapackage.json`` last.

    Parameters
    ----------
    folder
        The folder of the tables.
    described, descriptor
        Its ``datapackage.json``, read and as it stands in the file.
    updates
        The new tables.
    """
    changed = [update.file for update in updates if update.file.new != update.file.old]
    text = _described_anew(described, updates)
    if text != descriptor:
        changed.append(NewFile(folder / "datapackage.json", descriptor, text))
    return changed


def _described_anew(described: dict[str, Any], updates: Sequence[Update]) -> bytes:
    """Return ``datapackage.json`` with the vintage and the fingerprint of each new table."""
    described = copy.deepcopy(described)
    vintages = {update.recipe.name: update.vintage for update in updates}
    for entry in described["resources"]:
        entry["vintage"] = vintages.get(entry["name"], entry.get("vintage"))
        if entry["vintage"] is None:
            del entry["vintage"]
    return recorded(described, {u.recipe.name: fingerprint(u.file.new) for u in updates})


def _refuse_faults(recipe: Recipe, content: bytes) -> None:
    """Let the validator read the whole new file, in a place of its own under its own name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / recipe.table.file.name
        path.write_bytes(content)
        found = validate.problems(dataclasses.replace(recipe.table, file=path), recipe.keys)
    if not found:
        return
    rows = content.decode("utf-8").splitlines()
    lines = [_with_row(problem, rows) for problem in found[:MOST_LISTED]]
    if len(found) > MOST_LISTED:
        lines.append(f"- and {len(found) - MOST_LISTED} more.")
    what = "\n".join(["The new figures break the rules of datapackage.json.", *lines, ""])
    mend = "If the figures are right, correct the rules; if not, report it to the service."
    raise FiguresError(recipe.name, what, mend)


def _with_row(problem: Problem, rows: Sequence[str]) -> str:
    row = rows[problem.line - 1] if problem.line else ""
    return f"- {row}: {problem.message}" if row else f"- {problem.message}"
