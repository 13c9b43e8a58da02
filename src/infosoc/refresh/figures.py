"""The figures of a table: from the service's answer, from the old file, to the new file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from infosoc.refresh.answers import Answer
from infosoc.refresh.errors import AnswerError
from infosoc.refresh.recipes import Recipe

#: A value, as the file writes it, by code and year.
Figures = dict[tuple[str, int], str]


def plain_number(value: float, decimals: int) -> str:
    """Write a number without trailing zeros.

    Parameters
    ----------
    value
        The number.
    decimals
        How many decimals it keeps at the most.

    Examples
    --------
    >>> plain_number(15.4428, 4), plain_number(97.30, 2), plain_number(100.0, 1)
    ('15.4428', '97.3', '100')
    >>> plain_number(62753, 0), plain_number(-0.0001, 2)
    ('62753', '0')
    """
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def from_answer(recipe: Recipe, answer: Answer) -> Figures:
    """Keep what belongs in the table: known codes and the years that it covers.

    Raises
    ------
    AnswerError
        If the service gives two values for the same code and year.
    """
    figures: Figures = {}
    for figure in answer.figures:
        if figure.code not in recipe.codes or not recipe.covers(figure.year):
            continue
        key = (figure.code, figure.year)
        if key in figures:
            what = f"The service gives {figure.code} {figure.year} twice."
            raise AnswerError(recipe.name, what, "Try again later, or report it to the service.")
        figures[key] = plain_number(figure.value, recipe.decimals)
    return dict(sorted(figures.items()))


def from_file(path: Path) -> Figures:
    """Read the figures of a file that has been validated; none when there is no file yet."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        next(reader)
        return {(code, int(year)): value for code, year, value in reader}


def to_csv(recipe: Recipe, figures: Figures) -> bytes:
    """Write the file of a table."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(recipe.table.column_names)
    writer.writerows((code, year, value) for (code, year), value in figures.items())
    return text.getvalue().encode("utf-8")
