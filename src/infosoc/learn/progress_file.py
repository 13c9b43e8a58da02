"""What a reader has finished: one small file in the reader's own folder, never sent anywhere."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import platformdirs

from infosoc import html
from infosoc.data.loader import load
from infosoc.messages import say

#: Where the file stands may be set with this variable, for example by a class server.
PLACE = "INFOSOC_PROGRESS"
#: Beside it stand the answers of the questions before and after.
BESIDE = "before-after.json"
#: Kinds of work that are kept.
KINDS = ("quiz", "exercise", "prediction")
VERSION = 1

#: Boxes of flashcards. A word that is known goes one box up, any other back to the first.
FIRST_BOX, LAST_BOX = 1, 3


@dataclass
class Kept:
    """What the file holds.

    Attributes
    ----------
    done
        The best result of each quiz, exercise and prediction.
    boxes
        The box of each flashcard, by the id of its word.
    """

    done: dict[str, dict[str, Any]] = field(default_factory=dict)
    boxes: dict[str, int] = field(default_factory=dict)

    def add(self, other: Kept) -> None:
        """Take over what another one holds."""
        self.done.update(other.done)
        self.boxes.update(other.boxes)


#: What could not be written, for example because the folder is not the reader's.
_unwritten = Kept()


def place() -> Path:
    """Return the file in which progress is kept."""
    named = os.environ.get(PLACE)
    return Path(named) if named else Path(platformdirs.user_data_dir("infosoc")) / "progress.json"


def record(kind: str, name: str, right: int, of: int) -> None:
    """Keep the result of a quiz, an exercise or a prediction; the best one counts.

    Parameters
    ----------
    kind
        ``"quiz"``, ``"exercise"`` or ``"prediction"``.
    name
        Name of the quiz, exercise or prediction.
    right, of
        How many parts were right, and how many there are.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is not a kind of work; there are {', '.join(KINDS)}.")
    kept = _read()
    key = f"{kind}:{name}"
    if right < kept.done.get(key, {}).get("right", -1):
        return
    entry = {"right": right, "of": of, "on": dt.date.today().isoformat()}
    _keep(kept, Kept(done={key: entry}))


def boxes(words: Iterable[str]) -> dict[str, int]:
    """Return the box in which the flashcard of each word is."""
    kept = _read().boxes
    return {word: kept.get(word, FIRST_BOX) for word in words}


def put_in_box(word: str, box: int) -> None:
    """Keep in which box the flashcard of a word is."""
    _keep(_read(), Kept(boxes={word: min(max(box, FIRST_BOX), LAST_BOX)}))


def progress() -> html.Page:
    """Show what you have finished so far, lesson by lesson.

    It is kept in a small file in your own folder and goes nowhere else.

    Returns
    -------
    Page
        Shown in a notebook as a table; ``.table`` has the columns ``lesson``, ``quiz`` and
        ``exercises_and_predictions``.

    Examples
    --------
    >>> progress().table.columns.tolist()
    ['lesson', 'quiz', 'exercises_and_predictions']
    """
    kept = _read()
    lessons = load("lessons")
    rows = [(row.title, *_results(kept.done, _short(row.id))) for row in lessons.itertuples()]
    names = ["lesson", "quiz", "exercises_and_predictions"]
    frame = pd.DataFrame(rows, columns=names).query("quiz != '' or exercises_and_predictions != ''")
    if frame.empty and not kept.boxes:
        text = say("progress.nothing")
        return html.Page(f"<p>{html.escape(text)}</p>", text, frame)
    lines = [*_words_line(kept.boxes), say("progress.kept", place=place())]
    below = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    if frame.empty:
        return html.Page(below, "\n".join(lines), frame)
    caption = say("progress.caption")
    text = "\n".join([caption, html.plain_table(frame), *lines])
    return html.Page(html.table(frame, caption) + below, text, frame)


def forget() -> html.Page:
    """Delete what is kept about your progress.

    Returns
    -------
    Page
        Says that it is done.
    """
    _unwritten.done.clear()
    _unwritten.boxes.clear()
    place().unlink(missing_ok=True)
    place().with_name(BESIDE).unlink(missing_ok=True)
    text = say("progress.deleted")
    return html.Page(f"<p>{html.escape(text)}</p>", text, pd.DataFrame())


def _words_line(boxes: dict[str, int]) -> list[str]:
    if not boxes:
        return []
    known = sum(box == LAST_BOX for box in boxes.values())
    return [say("progress.words", known=known, begun=len(boxes), count=len(load("glossary")))]


def _short(lesson: str) -> str:
    """Return a lesson's name without its number, as quizzes and exercises use it."""
    return lesson.partition("-")[2]


def _results(done: dict[str, dict[str, Any]], lesson: str) -> tuple[str, str]:
    quiz = done.get(f"quiz:{lesson}")
    told = ""
    if quiz:
        told = say("progress.quiz", right=quiz["right"], count=quiz["of"], day=quiz["on"])
    others = [
        entry
        for key, entry in done.items()
        if key.startswith((f"exercise:{lesson}-", f"prediction:{lesson}-"))
    ]
    return told, say("progress.others", count=len(others)) if others else ""


def _keep(kept: Kept, fresh: Kept) -> None:
    """Add something new and write the file."""
    kept.add(fresh)
    try:
        _write(kept)
    except OSError:
        # A folder that cannot be written to must not stop a lesson.
        _unwritten.add(fresh)


def _read() -> Kept:
    """Read the file; a damaged one is kept aside under another name, never lost."""
    path = place()
    kept = Kept()
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        done, boxes = dict(content["done"]), dict(content.get("boxes", {}))
    except OSError:
        pass
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        _set_aside(path)
    else:
        kept.done = {key: entry for key, entry in done.items() if _is_result(entry)}
        kept.boxes = {word: box for word, box in boxes.items() if _is_box(box)}
        if len(kept.done) < len(done) or len(kept.boxes) < len(boxes):
            _set_aside(path, kept)
    kept.add(_unwritten)
    return kept


def _is_result(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and isinstance(entry.get("right"), int)
        and isinstance(entry.get("of"), int)
        and isinstance(entry.get("on"), str)
    )


def _is_box(box: Any) -> bool:
    return isinstance(box, int) and FIRST_BOX <= box <= LAST_BOX


def _set_aside(path: Path, rest: Kept | None = None) -> None:
    """Copy a damaged file beside itself; what is sound in it stays, under the old name."""
    number = 1
    while (aside := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    with contextlib.suppress(OSError):
        shutil.copyfile(path, aside)
        if rest is None:
            path.unlink()
        else:
            _write(rest)


def _write(kept: Kept) -> None:
    """Write a new file beside the old one and put it in its place in one step."""
    path = place()
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    content = {
        "version": VERSION,
        "done": dict(sorted(kept.done.items())),
        "boxes": dict(sorted(kept.boxes.items())),
    }
    fresh.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")
    fresh.replace(path)
