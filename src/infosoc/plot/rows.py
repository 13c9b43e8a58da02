"""What every plot needs to know about rows: their columns, places, dates and sources."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

import pandas as pd

from infosoc import html
from infosoc.data.dates import in_words
from infosoc.data.loader import load
from infosoc.data.provenance import are_known, find_sources, sources
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.messages import say
from infosoc.plot.style import wrap

HOVER_WIDTH = 56
MOST_SOURCE = 56


def require(frame: pd.DataFrame, columns: Iterable[str], what: str) -> None:
    """Check that a table has the columns and at least one row.

    Raises
    ------
    UnknownNameError
        If a column is missing; the message names the nearest one.
    TableShapeError
        If the table has no rows.
    """
    for column in columns:
        if column not in frame.columns:
            raise UnknownNameError("column", column, map(str, frame.columns))
    if frame.empty:
        raise TableShapeError(f"There is nothing to draw: {what} has no rows. Check the filter.")


def rows_sources(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the sources of the rows, or none where the rows name none.

    Rows of a reader's own file name theirs in the column ``source``: an address, or a text.
    """
    known = sources(frame) if are_known(frame) else find_sources([])
    own = own_sources(frame)
    return known if own.empty else pd.concat([known, own], ignore_index=True)


def rows_and_tables_sources(frame: pd.DataFrame, tables: Iterable[str]) -> pd.DataFrame:
    """Return the sources of the rows and of whole tables, each once.

    Rows that were put together out of several tables do not remember where they come from.
    """
    found = [sources(name) for name in tables]
    # Rows put together out of two tables can remember only one of them.
    if not found or "source_ids" in frame.columns:
        found.insert(0, rows_sources(frame))
    if len(found) == 1:
        return found[0]
    return pd.concat(found, ignore_index=True).drop_duplicates("id", ignore_index=True)


def own_sources(frame: pd.DataFrame) -> pd.DataFrame:
    """Return what rows of a reader's own file name in the column ``source``, each once."""
    told = frame["source"].dropna().astype("str").str.strip() if "source" in frame.columns else ()
    texts = [text for text in dict.fromkeys(told) if text]
    parts = {
        "id": "",
        "title": texts,
        "publisher": say("evidence.own_file"),
        "address": texts,
        "kind": "",
    }
    return pd.DataFrame({**parts, "note": ""})


def dates_in_words(frame: pd.DataFrame) -> list[str]:
    """Write the date of each row in words, as precise as its source."""
    pairs = zip(frame["date_start"], frame["date_end"].fillna(""), strict=True)
    return [in_words(start, end or None) for start, end in pairs]


def places_in_words(frame: pd.DataFrame) -> list[str]:
    """Write the place of each row: city and country, or nothing."""
    if not {"city", "country_iso3"} <= set(frame.columns):
        return [""] * len(frame)
    names = load("countries").set_index("iso3")["name"].to_dict()
    pairs = zip(frame["city"].fillna(""), frame["country_iso3"].map(names).fillna(""), strict=True)
    return [", ".join(part for part in pair if part) for pair in pairs]


def first_sources(frame: pd.DataFrame) -> list[str]:
    """Return the title and publisher of the best source of each row."""
    own = frame["source"].fillna("") if "source" in frame.columns else [""] * len(frame)
    if "source_ids" not in frame.columns:
        return list(own)
    known = load("sources").set_index("id")
    titles = (known["title"] + " (" + known["publisher"] + ")").to_dict()
    pairs = zip(frame["source_ids"], own, strict=True)
    return [titles.get(ids[0], "") if ids else text for ids, text in pairs]


def hover_texts(frame: pd.DataFrame) -> list[str]:
    """Write what is shown when a mark is pointed at: title, date, place and source."""
    columns = (
        frame["title"],
        dates_in_words(frame),
        places_in_words(frame),
        first_sources(frame),
    )
    return [_hover(*row) for row in zip(*columns, strict=True)]


def source_line(source: str) -> str:
    """Write the source for a hover text; the full list stands below the picture."""
    short = textwrap.shorten(say("evidence.source", source=source), MOST_SOURCE, placeholder=" ...")
    return wrap(html.escape(short), HOVER_WIDTH)


def _hover(title: str, date: str, place: str, source: str) -> str:
    lines = [f"<b>{wrap(html.escape(title), HOVER_WIDTH)}</b>", date]
    if place:
        lines.append(html.escape(place))
    if source:
        lines.append(source_line(source))
    return "<br>".join(lines)
