"""Small pieces of safe HTML: every text is escaped, every table can be read aloud."""

from __future__ import annotations

import html
import math
import re
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pandas as pd

from infosoc.messages import say

#: How a value is written, by its kind; anything else as it is.
FORMS = (
    (pd.Timestamp, "%Y-%m-%d"),
    ((int, np.integer), ","),
    ((float, np.floating), ",.10g"),
)
#: HTML needs neither quotation marks around such values nor the end tags of cells and rows; over a
#: lesson they would add up to many kilobytes.
LEFT = " style=text-align:left"
ONE_LINE = " style=text-align:left;white-space:nowrap"
#: What MathJax takes for the beginning of mathematics.
MATHEMATICS = re.compile(r"\$.*\$|\\[(\[]|\\begin", re.DOTALL)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
#: A table in a terminal shows this many rows, and this much of each cell.
MOST_PLAIN_ROWS, PLAIN_WIDTH = 4, 40
#: Columns that hold web addresses.
ADDRESSES = ("address", "website")


def escape(text: object) -> str:
    """Escape a text, so that nothing in it can act as HTML.

    Examples
    --------
    >>> escape("<b>R&D</b>")
    '&lt;b&gt;R&amp;D&lt;/b&gt;'
    """
    return html.escape(str(text), quote=True)


def as_written(body: str) -> str:
    """Keep JupyterLab from setting what stands between dollar signs as mathematics.

    Somebody's "from $5 to $6" would lose its words and spaces. Only what could be taken for
    mathematics is wrapped: two dollar signs, or a backslash before a bracket.

    Examples
    --------
    >>> as_written("<p>from $5 to $6</p>")
    '<div class="mathjax_ignore"><p>from $5 to $6</p></div>'
    >>> as_written("<p>5 US$</p>")
    '<p>5 US$</p>'
    """
    return f'<div class="mathjax_ignore">{body}</div>' if MATHEMATICS.search(body) else body


def link(address: str, text: str) -> str:
    """Return a link that opens beside the lesson; other schemes than http(s) stay plain text.

    What opens so cannot reach back into the lesson: browsers see to that by themselves.

    Examples
    --------
    >>> link("javascript:alert(1)", "here")
    'here'
    """
    if not address.startswith(("https://", "http://")):
        return escape(text)
    return f'<a href="{escape(address)}" target=_blank>{escape(text)}</a>'


def folded(title: str, inside: str) -> str:
    """Return a part that is folded until the reader opens it."""
    return f"<details><summary>{escape(title)}</summary>{inside}</details>"


def bullets(items: Iterable[str]) -> str:
    """Return a list; the items are HTML already."""
    return "<ul>" + "".join(f"<li>{item}" for item in items) + "</ul>"


def cell_text(value: Any) -> str:
    """Write one value of a table as a reader expects it.

    Examples
    --------
    >>> [cell_text(value) for value in (pd.Timestamp("2003-12-10"), ("itu", "un"), 0.5, 11000)]
    ['2003-12-10', 'itu, un', '0.5', '11,000']
    """
    if isinstance(value, (tuple, list)):
        return ", ".join(str(item) for item in value)
    if pd.isna(value):
        return ""
    if isinstance(value, (bool, np.bool_)):
        return "yes" if value else "no"
    form = next((form for kind, form in FORMS if isinstance(value, kind)), "")
    return f"{value:{form}}"


def number(value: float, digits: int = 4) -> str:
    """Write a number with so many digits that count, never with a power of ten.

    Examples
    --------
    >>> [number(value) for value in (133212.7, 15.6, 0.000123, 100, -2)]
    ['133,200', '15.6', '0.000123', '100', '-2']
    >>> number(133212.7, 3)
    '133,000'
    """
    if not math.isfinite(value):
        return str(value)
    rounded = float(f"{value:.{digits}g}")
    places = max(0, digits - 1 - math.floor(math.log10(abs(rounded)))) if rounded else 0
    text = f"{rounded:,.{places}f}"
    return text.rstrip("0").rstrip(".") if places else text


def table(
    frame: pd.DataFrame, caption: str, most: int | None = None, how_to_see_all: str = ""
) -> str:
    """Return a table with a caption and marked header cells.

    Parameters
    ----------
    frame
        The rows; the index is left out.
    caption
        What the table shows.
    most
        How many rows to show at the most; the caption then says how many there are.
    how_to_see_all
        Added to the caption of a shortened table.
    """
    shown = frame if most is None else frame.head(most)
    if len(shown) < len(frame):
        caption = say("evidence.shortened", caption=caption, shown=len(shown), count=len(frame))
        caption = f"{caption} {how_to_see_all}".strip()
    writers = [_writer(name, frame[name]) for name in frame.columns]
    head = "".join(f"<th scope=col{LEFT}>{escape(words(name))}" for name in shown.columns)
    body = "".join(
        "<tr>" + "".join(map(_cell, row, writers))
        for row in shown.itertuples(index=False, name=None)
    )
    return (
        f"<table><caption{LEFT}>{escape(caption)}</caption><thead><tr>{head}<tbody>{body}</table>"
    )


def plain_table(frame: pd.DataFrame) -> str:
    """Return the head of a table as text in columns, for a terminal.

    Examples
    --------
    >>> print(plain_table(pd.DataFrame({"year": [2006], "people": [1350]})))
    year  people
    2006  1,350
    """
    head = frame.head(MOST_PLAIN_ROWS).itertuples(index=False)
    writers = [str if _is_year(name, frame[name]) else cell_text for name in frame.columns]
    cells = [
        [
            textwrap.shorten(write(value), PLAIN_WIDTH, placeholder="...")
            for value, write in zip(row, writers, strict=True)
        ]
        for row in head
    ]
    rows = [list(map(str, frame.columns)), *cells]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ("  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) for row in rows)
    more = len(frame) - MOST_PLAIN_ROWS
    end = [say("evidence.plain.more", count=more)] if more > 0 else []
    return "\n".join([*(line.rstrip() for line in lines), *end])


@dataclass(frozen=True)
class Page:
    """A piece of a lesson that reads well in a notebook, in a terminal and read aloud.

    Attributes
    ----------
    html
        What a notebook shows.
    text
        The same for a terminal.
    table
        The rows behind it.
    """

    html: str
    text: str
    table: pd.DataFrame

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": as_written(self.html), "text/plain": self.text}


def words(slug: object) -> str:
    """Write an id or a column name as words.

    Examples
    --------
    >>> words("civil-society"), words("2006-2024")
    ('civil society', '2006-2024')
    """
    # The line between two years stays.
    return re.sub(r"(?<!\d)-|-(?!\d)", " ", str(slug).replace("_", " "))


Writer = Callable[[Any], str]


def _is_year(name: object, column: pd.Series) -> bool:
    """Say whether a column holds years, which are written without a comma."""
    return "year" in str(name).lower() and pd.api.types.is_integer_dtype(column)


def _writer(name: object, column: pd.Series) -> Writer:
    """Choose how the values of a column are written as HTML."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return lambda value: escape(words(value))
    if _is_year(name, column):
        return str
    if name in ADDRESSES:
        return lambda address: link(address, urlsplit(address).hostname or address)
    return lambda value: escape(cell_text(value))


def _cell(value: Any, write: Writer) -> str:
    is_missing = not isinstance(value, (tuple, list)) and pd.isna(value)
    text = "" if is_missing else write(value)
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if is_number:
        return f"<td>{text}"
    return f"<td{ONE_LINE if DATE.fullmatch(text) else LEFT}>{text}"
