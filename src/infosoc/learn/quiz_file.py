"""Read the questions of a lesson."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from infosoc.data.loader import load
from infosoc.data.registry import data_folder
from infosoc.errors import DataFileError, Problem, UnknownNameError
from infosoc.learn import lesson_file, questions
from infosoc.learn.question_checks import OWN, faults
from infosoc.messages import say


def names() -> list[str]:
    """Return the names of the quizzes that exist."""
    return sorted(path.stem for path in (data_folder() / "quizzes").glob("*.toml"))


@cache
def read(name: str) -> tuple[questions.Question, ...]:
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

    Examples
    --------
    >>> read("world-summit")[0].kind
    'single'
    """
    if name not in names():
        raise UnknownNameError("quiz", name, names())
    path = data_folder() / "quizzes" / f"{name}.toml"
    content = _toml(path)
    found = faults(path.name, content, set(load("sources")["id"]), headings(name))
    if found:
        raise DataFileError(found)
    return tuple(_question(entry) for entry in content["question"])


def headings(name: str) -> set[str] | None:
    """Return the headings of a quiz's lesson, or ``None`` if the lesson is not at hand."""
    lesson = lesson_of(name)
    if lesson is None:
        return None
    try:
        return set(lesson_file.sections(lesson))
    except lesson_file.LessonNotFoundError:
        return None


def lesson_of(name: str) -> str | None:
    """Return the id of the lesson that a quiz belongs to, if there is one.

    Examples
    --------
    >>> lesson_of("world-summit")
    '01-world-summit'
    """
    return next((one for one in load("lessons")["id"] if one.partition("-")[2] == name), None)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problem = Problem(path.name, 0, "", say("quiz_file.toml", error=error))
        raise DataFileError([problem]) from error


def _question(entry: dict[str, Any]) -> questions.Question:
    """Build a question from an entry that has passed its checks."""
    hint = entry["hint"]
    common: dict[str, Any] = {
        "id": entry["id"],
        "ask": entry["ask"],
        "hints": (hint,) if isinstance(hint, str) else tuple(hint),
        "section": entry["section"],
        "source_ids": tuple(entry["sources"]),
    }
    match entry["kind"]:
        case questions.Single.kind:
            return questions.Single(**common, options=_options(entry))
        case questions.Several.kind:
            return questions.Several(**common, options=_options(entry))
        case questions.TrueFalse.kind:
            return questions.TrueFalse(**common, **_own(entry))
        case questions.Order.kind:
            items = tuple(questions.Item(item["text"], item["date"]) for item in entry["item"])
            return questions.Order(**common, items=items, feedback=entry["feedback"])
        case _:
            return questions.Number(**common, **_own(entry))


def _own(entry: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that only this kind of question has."""
    return {field: entry[field] for field in OWN[entry["kind"]]}


def _options(entry: dict[str, Any]) -> tuple[questions.Option, ...]:
    return tuple(
        questions.Option(option["text"], option.get("right", False), option["feedback"])
        for option in entry["option"]
    )
