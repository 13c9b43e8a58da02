"""Read the parts of a lesson out of its notebook."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

from infosoc.data.loader import load
from infosoc.data.registry import data_folder
from infosoc.errors import InfosocError, UnknownNameError

HEADING = re.compile(r"^(#{1,3}) +(.+?) *$", re.MULTILINE)
FOLDED = re.compile(r"<details>.*?</details>", re.DOTALL)


class LessonNotFoundError(InfosocError, FileNotFoundError):
    """The notebook of a lesson is not where lessons are looked for."""


def lesson_path(lesson: str) -> Path:
    """Return the notebook of a lesson: beside the reader's notebook, or in the checkout.

    Raises
    ------
    UnknownNameError
        If there is no such lesson; the message names the nearest one.
    LessonNotFoundError
        If its notebook is in neither place.
    """
    known = load("lessons")["id"].tolist()
    if lesson not in known:
        raise UnknownNameError("lesson", lesson, known)
    places = [Path.cwd(), Path.cwd() / "notebooks", data_folder().parent / "notebooks"]
    for place in places:
        if (path := place / f"{lesson}.ipynb").is_file():
            return path
    looked = ", ".join(map(str, places))
    raise LessonNotFoundError(
        f"The notebook {lesson}.ipynb was not found in {looked}. Open a notebook that stands in "
        "the folder of the lessons."
    )


def sections(lesson: str) -> dict[str, str]:
    """Return the text of each section of a lesson by its heading, without folded answers.

    Examples
    --------
    >>> "Key points" in sections("01-world-summit")
    True
    """
    text = FOLDED.sub("", "\n\n".join(_cells(lesson, "markdown")))
    found = list(HEADING.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    return {
        match.group(2): text[match.end() : end].strip()
        for match, end in zip(found, ends, strict=True)
    }


def words_to_know(lesson: str) -> list[str]:
    """Return the words that a lesson shows with ``infosoc.learn.words``.

    Examples
    --------
    >>> "stakeholder" in words_to_know("01-world-summit")
    True
    """
    calls = (
        node
        for code in _cells(lesson, "code")
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "infosoc.learn.words"
    )
    return [ast.literal_eval(word) for call in calls for word in call.args]


def _cells(lesson: str, kind: str) -> list[str]:
    notebook = json.loads(lesson_path(lesson).read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == kind]
