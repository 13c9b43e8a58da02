"""Read the questions of a lesson and refuse a file that would mislead a learner."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from infosoc.data.loader import load
from infosoc.data.registry import data_folder
from infosoc.data.validate import HTML_TAG
from infosoc.errors import DataFileError, Problem, UnknownNameError

KINDS = ("single",)
FEWEST_OPTIONS = 2


@dataclass(frozen=True)
class Option:
    """One answer to choose, with the feedback that it gets."""

    text: str
    right: bool
    feedback: str


@dataclass(frozen=True)
class Question:
    """One question with its answers, a hint and the sources of its facts."""

    id: str
    ask: str
    hint: str
    section: str
    options: tuple[Option, ...]
    source_ids: tuple[str, ...]


def names() -> list[str]:
    """Return the names of the quizzes that exist."""
    return sorted(path.stem for path in (data_folder() / "quizzes").glob("*.toml"))


@cache
def read(name: str) -> tuple[Question, ...]:
    """Read and check the questions of a quiz.

    Parameters
    ----------
    name
        Name of the quiz: that of its lesson without the number.

    Raises
    ------
    UnknownNameError
        If there is no such quiz.
    DataFileError
        If the file is not TOML or a question is faulty; names file, question and field.
    """
    if name not in names():
        raise UnknownNameError("quiz", name, names())
    path = data_folder() / "quizzes" / f"{name}.toml"
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataFileError([Problem(path.name, 0, "", f"Not valid TOML: {error}.")]) from error
    entries = content.get("question", [])
    found = [fault for entry in entries for fault in _faults(path.name, entry)]
    if not entries:
        found.append(Problem(path.name, 0, "question", "There is no question.", "Add one."))
    ids = [entry.get("id") for entry in entries]
    for twice in sorted({str(one) for one in ids if ids.count(one) > 1}):
        message = f"The question id {twice!r} stands twice."
        found.append(Problem(path.name, 0, "id", message, "Change one."))
    if found:
        raise DataFileError(found)
    return tuple(_question(entry) for entry in entries)


def _question(entry: dict[str, Any]) -> Question:
    return Question(
        id=entry["id"],
        ask=entry["ask"],
        hint=entry["hint"],
        section=entry["section"],
        options=tuple(
            Option(option["text"], option.get("right", False), option["feedback"])
            for option in entry["option"]
        ),
        source_ids=tuple(entry["sources"]),
    )


def _faults(file: str, entry: dict[str, Any]) -> list[Problem]:
    name = entry.get("id", "without id")
    found = []

    def fault(field: str, message: str, mend: str) -> None:
        found.append(Problem(f"{file}, question {name!r}", 0, field, message, mend))

    for field in ("id", "kind", "ask", "hint", "section"):
        _check_text(entry.get(field), field, fault)
    if entry.get("kind") not in KINDS:
        fault("kind", f"{entry.get('kind')!r} is not a kind.", f"Use one of {', '.join(KINDS)}.")
    options = entry.get("option", [])
    for number, option in enumerate(options, start=1):
        _check_text(option.get("text"), f"option {number} text", fault)
        _check_text(option.get("feedback"), f"option {number} feedback", fault)
    texts = [str(option.get("text", "")).casefold() for option in options]
    if len(options) < FEWEST_OPTIONS:
        fault("option", "There are fewer than two options.", "Add options.")
    if len(set(texts)) < len(texts):
        fault("option", "Two options are the same.", "Change one.")
    if sum(bool(option.get("right")) for option in options) != 1:
        fault("option", "There is not exactly one right option.", "Mark one with right = true.")
    known = set(load("sources")["id"])
    unknown = [source for source in entry.get("sources", []) if source not in known]
    if not entry.get("sources"):
        fault("sources", "No source is named.", "Name the sources of the right answer.")
    if unknown:
        fault("sources", f"{unknown[0]!r} is not in the table sources.", "Correct the id.")
    return found


def _check_text(value: Any, field: str, fault: Any) -> None:
    if not isinstance(value, str) or not value.strip():
        fault(field, "The text is missing.", "Write it.")
    elif HTML_TAG.search(value):
        fault(field, f"{value!r} holds HTML.", "Write plain text.")
