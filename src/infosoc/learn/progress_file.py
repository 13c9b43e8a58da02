"""What a reader has finished: one small file in the reader's own folder, never sent anywhere."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
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

#: Results of this session, kept here too in case the file cannot be written.
_session: dict[str, dict[str, Any]] = {}


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
    done = _read()
    key = f"{kind}:{name}"
    if right < done.get(key, {}).get("right", -1):
        return
    entry = {"right": right, "of": of, "on": dt.date.today().isoformat()}
    done[key] = entry
    _session[key] = entry
    # A folder that cannot be written to must not stop a lesson.
    with contextlib.suppress(OSError):
        _write(done)


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
    done = _read()
    lessons = load("lessons")
    rows = [(row.title, *_results(done, _short(row.id))) for row in lessons.itertuples()]
    names = ["lesson", "quiz", "exercises_and_predictions"]
    frame = pd.DataFrame(rows, columns=names).query("quiz != '' or exercises_and_predictions != ''")
    where = say("progress.kept", place=place())
    if frame.empty:
        text = say("progress.nothing")
        return html.Page(f"<p>{text}</p>", text, frame)
    caption = say("progress.caption")
    body = html.table(frame, caption) + f"<p>{html.escape(where)}</p>"
    return html.Page(body, f"{caption}\n{html.plain_table(frame)}\n{where}", frame)


def forget() -> html.Page:
    """Delete what is kept about your progress.

    Returns
    -------
    Page
        Says that it is done.
    """
    _session.clear()
    place().unlink(missing_ok=True)
    place().with_name(BESIDE).unlink(missing_ok=True)
    text = say("progress.deleted")
    return html.Page(f"<p>{text}</p>", text, pd.DataFrame())


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


def _read() -> dict[str, dict[str, Any]]:
    """Read the file; a damaged one is kept aside under another name, never lost."""
    path = place()
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        kept = {key: entry for key, entry in content["done"].items() if _is_sound(entry)}
    except OSError:
        kept = {}
    except (ValueError, KeyError, TypeError, AttributeError):
        _keep_aside(path)
        kept = {}
    return {**kept, **_session}


def _is_sound(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and isinstance(entry.get("right"), int)
        and isinstance(entry.get("of"), int)
        and isinstance(entry.get("on"), str)
    )


def _keep_aside(path: Path) -> None:
    number = 1
    while (aside := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    with contextlib.suppress(OSError):
        path.rename(aside)


def _write(done: dict[str, dict[str, Any]]) -> None:
    """Write a new file beside the old one and put it in its place in one step."""
    path = place()
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    content = {"version": VERSION, "done": dict(sorted(done.items()))}
    fresh.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")
    fresh.replace(path)
