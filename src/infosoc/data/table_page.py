"""Show rows as a table that can be read aloud, with their sources."""

from __future__ import annotations

import pandas as pd

from infosoc import html
from infosoc.data.provenance import are_known, sources
from infosoc.errors import UnknownNameError
from infosoc.messages import say

#: Sources listed below a table before the rest is only counted.
MOST_SOURCES = 12


def table(
    rows: pd.DataFrame, caption: str, columns: list[str] | None = None, most: int | None = None
) -> html.Page:
    """Show rows as a table that can be read aloud, with their sources folded below.

    Parameters
    ----------
    rows
        Rows of any table.
    caption
        What the table shows.
    columns
        Which columns to show, in which order; by default all but ``source_ids``.
    most
        How many rows to show at the most.

    Returns
    -------
    Page
        Shown in a notebook as a table; ``.table`` is the DataFrame of the columns shown.

    Raises
    ------
    UnknownNameError
        If a column does not exist; the message names the nearest one.

    Examples
    --------
    >>> import infosoc
    >>> table(infosoc.load("topics"), "The topics.", ["title"]).table.shape[1]
    1
    """
    names = columns or [name for name in rows.columns if name != "source_ids"]
    for name in names:
        if name not in rows.columns:
            raise UnknownNameError("column", name, map(str, rows.columns))
    shown = rows[names].reset_index(drop=True)
    body = html.table(shown, caption, most) + sources_part(rows)
    return html.Page(body, f"{caption}\n{html.plain_table(shown)}", shown)


def sources_part(rows: pd.DataFrame) -> str:
    """Return the sources of the rows as a folded list, those of most rows first."""
    if not are_known(rows):
        return ""
    found = sources(rows)
    if "source_ids" in rows:
        counts = rows["source_ids"].explode().value_counts()
        ranked = found.assign(rows=found["id"].map(counts)).sort_values(
            "rows", ascending=False, kind="stable"
        )
    else:
        ranked = found.assign(rows=len(rows))
    items = [
        f"{html.link(row.address, row.title)}, "
        + html.escape(say("evidence.rows", publisher=row.publisher, rows=row.rows))
        for row in ranked.head(MOST_SOURCES).itertuples()
    ]
    if len(ranked) > MOST_SOURCES:
        items.append(say("evidence.more.list", count=len(ranked) - MOST_SOURCES))
    return (
        html.folded(say("evidence.sources", count=len(ranked)), html.bullets(items))
        if items
        else ""
    )
