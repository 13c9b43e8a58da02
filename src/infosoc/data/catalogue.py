"""Read about the tables: a catalogue of all, a page for each."""

from __future__ import annotations

import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.data.provenance import sources
from infosoc.data.registry import Column, Table, find, registry
from infosoc.errors import UnknownNameError

#: Sources listed on a table's page before the rest is only counted.
MOST_SOURCES = 12
#: Columns that a table with partial dates gets when it is loaded.
DERIVED = (
    ("start", "date", "First day that the date covers."),
    ("end", "date", "Last day that the date covers."),
    ("precision", "category", "How precise the source is: year, month or day."),
)


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
    body = html.table(shown, caption, most) + _sources_part(rows)
    return html.Page(body, f"{caption}\n{html.plain_table(shown)}", shown)


def tables() -> html.Page:
    """List every table with what it holds.

    Returns
    -------
    Page
        Shown in a notebook as a table; ``.table`` is the DataFrame with the columns ``table``,
        ``holds``, ``rows``, ``columns`` and ``licence``.

    Examples
    --------
    >>> "events" in set(infosoc_tables.table["table"]) if (infosoc_tables := tables()) else False
    True
    """
    frame = pd.DataFrame(
        {
            "table": list(registry()),
            "holds": [table.title for table in registry().values()],
            "rows": [len(load(name)) for name in registry()],
            "columns": [len(table.columns) for table in registry().values()],
            "licence": [table.licence for table in registry().values()],
        }
    )
    caption = 'The tables of this course. Load one with infosoc.load("events").'
    return html.Page(html.table(frame, caption), html.plain_table(frame), frame)


def describe(name: str) -> html.Page:
    """Describe a table: what it holds, its columns with units, years, sources, licence, gaps.

    Parameters
    ----------
    name
        A name that :func:`tables` lists.

    Returns
    -------
    Page
        Shown in a notebook as a page; ``.table`` is the DataFrame of the columns: ``column``,
        ``type``, ``unit``, ``meaning``.

    Raises
    ------
    UnknownNameError
        If there is no such table; the message names the nearest one.

    Examples
    --------
    >>> describe("topics").table["column"].tolist()[:2]
    ['id', 'title']
    """
    table = find(name)
    frame = load(name)
    columns = _columns(table)
    facts = _facts(table, frame)
    body = [
        f"<p><strong>{html.escape(table.title)}</strong> ({html.escape(name)})</p>",
        f"<p>{html.escape(table.description)}</p>",
        html.bullets(f"<strong>{label}:</strong> {value}" for label, value in facts),
        html.table(columns, f"Columns of the table {name}."),
        _sources_part(frame),
    ]
    text = "\n".join(
        [
            f"{table.title} ({name})",
            table.description,
            f"{len(frame)} rows. Licence: {table.licence}.",
            html.plain_table(columns),
        ]
    )
    return html.Page("".join(body), text, columns)


def _columns(table: Table) -> pd.DataFrame:
    rows = [(c.name, _type(c), c.unit or "", c.description) for c in table.columns]
    if {"date_start", "date_end"} <= set(table.column_names):
        rows += [
            (name, kind, "", f"{meaning} Added on loading.") for name, kind, meaning in DERIVED
        ]
    return pd.DataFrame(rows, columns=["column", "type", "unit", "meaning"])


def _type(column: Column) -> str:
    if column.partial_date:
        return "date, as precise as its source"
    if column.references:
        return f"{column.type} of ids in {column.references}".replace("string of ids", "id")
    return f"one of: {', '.join(column.enum)}" if column.enum else column.type


def _facts(table: Table, frame: pd.DataFrame) -> list[tuple[str, str]]:
    facts = [("Rows", f"{len(frame):,}")]
    if "start" in frame:
        facts.append(("Years covered", f"{frame.start.min().year} to {frame.end.max().year}"))
    facts.append(("Licence", html.link(table.licence_url, table.licence)))
    facts.append(("What is missing", html.escape(table.gaps)))
    return facts


def _sources_part(frame: pd.DataFrame) -> str:
    if "source_ids" not in frame:
        return ""
    found = sources(frame)
    counts = frame["source_ids"].explode().value_counts()
    ranked = found.assign(rows=found["id"].map(counts)).sort_values(
        "rows", ascending=False, kind="stable"
    )
    items = [
        f"{html.link(row.address, row.title)}, {html.escape(row.publisher)} ({row.rows} rows)"
        for row in ranked.head(MOST_SOURCES).itertuples()
    ]
    if len(ranked) > MOST_SOURCES:
        items.append(f"and {len(ranked) - MOST_SOURCES} more: infosoc.sources(...) lists them.")
    return html.folded(f"Sources ({len(ranked)})", html.bullets(items))
