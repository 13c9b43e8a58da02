"""Cite a table of this course, and the sources of the rows at hand."""

from __future__ import annotations

import pandas as pd

from infosoc import html
from infosoc.data.loader import ORIGIN, load
from infosoc.data.provenance import sources
from infosoc.data.registry import Table, descriptor, find
from infosoc.messages import say

#: Citations that a page shows; the table of the page holds all.
MOST_SHOWN = 30


def cite(*what: str | pd.DataFrame) -> html.Page:
    """Give the citation of tables or of the rows at hand, with their sources.

    Parameters
    ----------
    *what
        Names of tables, or rows that came from :func:`infosoc.load`, filtered as you like.

    Returns
    -------
    Page
        Shown in a notebook as a list to copy: first the tables, then each source; of a long list
        the first 30. ``.table`` is a DataFrame of all, with the columns ``kind`` (table or
        source) and ``citation``.

    Raises
    ------
    UnknownNameError
        If there is no table of that name; the message names the nearest one.
    TableShapeError
        If rows name no sources and do not remember their table.

    Examples
    --------
    >>> import infosoc
    >>> events = infosoc.load("events")
    >>> cite(events[events.id == "geneva-summit-2003"]).table["kind"].tolist()[:2]
    ['table', 'source']
    """
    parts = [load(one) if isinstance(one, str) else one for one in what]
    names = [(rows.attrs.get(ORIGIN), len(rows)) for rows in parts]
    lines = [("table", table_citation(find(name), count)) for name, count in names if name]
    found = pd.concat([sources(rows) for rows in parts]).drop_duplicates("id")
    lines += [("source", source_citation(row)) for row in found.itertuples()]
    frame = pd.DataFrame(lines, columns=["kind", "citation"])
    shown = frame["citation"].head(MOST_SHOWN).tolist()
    if len(frame) > MOST_SHOWN:
        shown.append(say("cite.more", count=len(frame) - MOST_SHOWN))
    body = f"<p>{html.escape(say('cite.how'))}</p>" + html.bullets(map(html.escape, shown))
    return html.Page(body, "\n".join(shown), frame)


def table_citation(table: Table, rows: int) -> str:
    """Return the citation of so many rows of a table, with version and licence."""
    package = descriptor()
    parts = [say("cite.table", title=table.title, name=table.name, rows=rows)]
    if table.publisher:
        parts.append(say("cite.data", publisher=table.publisher))
    if table.vintage:
        parts.append(say("cite.state", vintage=table.vintage))
    where = {"title": package["title"], "version": package["version"]}
    parts.append(say("cite.place", **where, licence=table.licence_title))
    return " ".join(parts)


def source_citation(source: pd.Series) -> str:
    """Return the citation of one row of the table of sources."""
    note = f" ({source.note.rstrip('.')})" if isinstance(source.note, str) else ""
    end = "" if source.title.endswith((".", "?", "!")) else "."
    # Nothing follows the address directly, so that it can be copied whole.
    return f"{source.publisher}: {source.title}{end}{note} {source.address}"
