"""Tell whether an answer to an exercise is right and, if not, what differs."""

from __future__ import annotations

from typing import Any

import pandas as pd

from infosoc import html
from infosoc.learn import exercises
from infosoc.learn.comparing import compare
from infosoc.learn.progress_file import record
from infosoc.messages import say


def check(exercise: str, answer: Any = None) -> html.Page:
    """Tell whether an answer to an exercise is right and, if not, what differs.

    The solution is computed from the data at the time; it is never shown.

    Parameters
    ----------
    exercise
        Id of the exercise, as the lesson gives it.
    answer
        A number, text, date, list, Series, DataFrame, or a picture (an Exhibit or a plotly figure).
        ``None`` is not an answer yet.

    Returns
    -------
    Page
        Shown in a notebook as a sentence, with hints to unfold while the answer is not right.

    Raises
    ------
    UnknownNameError
        If there is no such exercise.

    Examples
    --------
    >>> check("world-summit-days", 60)
    Not right yet: the number is too high.
    """
    found = exercises.find(exercise)
    if answer is None:
        return _verdict(say("check.waiting"), found.hints)
    result = compare(answer, found.solve(), ordered=found.ordered)
    if result.wrong is None:
        record("exercise", exercise, 1, 1)
        return _verdict(say("check.right"), ())
    so_far = " ".join([*result.right, say("check.wrong", fault=result.wrong)])
    return _verdict(so_far, found.hints)


def _verdict(text: str, hints: tuple[str, ...]) -> html.Page:
    parts = [f'<p role="status">{html.escape(text)}</p>']
    parts += [
        html.folded(say("check.hint", number=number), f"<p>{html.escape(hint)}</p>")
        for number, hint in enumerate(hints, start=1)
    ]
    return html.Page("".join(parts), text, pd.DataFrame({"hint": list(hints)}))
