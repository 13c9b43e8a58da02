"""Read about the tables: a catalogue of all, a page for each."""

from __future__ import annotations

import pandas as pd

from infosoc import html
from infosoc.data.citation import table_citation
from infosoc.data.loader import load
from infosoc.data.registry import Column, Table, find, registry
from infosoc.data.table_page import sources_part
from infosoc.errors import UnknownNameError

#: Columns that a table with partial dates gets when it is loaded.
DERIVED = (
    ("start", "date", "First day that the date covers."),
    ("end", "date", "Last day that the date covers."),
    ("precision", "category", "How precise the source is: year, month or day."),
)
#: Rows that a table's page shows as an example.
EXAMPLE_ROWS = 3


def tables(group: str | None = None) -> html.Page:
    """List every table with what it holds.

    Parameters
    ----------
    group
        Only the tables of this group, for example ``"igf"``.

    Returns
    -------
    Page
        Shown in a notebook as a table; ``.table`` is the DataFrame with the columns ``group``,
        ``table``, ``holds``, ``rows``, ``years`` and ``licence``.

    Raises
    ------
    UnknownNameError
        If there is no such group.

    Examples
    --------
    >>> "events" in set(tables("history").table["table"])
    True
    """
    groups = list(dict.fromkeys(table.group for table in registry().values()))
    if group is not None and group not in groups:
        raise UnknownNameError("group of tables", group, groups)
    chosen = [table for table in registry().values() if group in (None, table.group)]
    frame = pd.DataFrame([_row(table) for table in chosen])
    caption = f"The {len(chosen)} tables{_of(group)}. Load one with {_call('load', chosen[0].name)}"
    caption += f", read about it with {_call('describe', chosen[0].name)}."
    return html.Page(html.table(frame, caption), html.plain_table(frame), frame)


def _of(group: str | None) -> str:
    return " of this course" if group is None else f" of the group {group}"


def _call(function: str, name: str) -> str:
    return f'infosoc.{function}("{name}")'


def _row(table: Table) -> dict[str, object]:
    frame = load(table.name)
    return {
        "group": table.group,
        "table": table.name,
        "holds": table.title,
        "rows": len(frame),
        "years": _years(frame) or "",
        "licence": table.licence,
    }


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
    shown = frame[table.column_names].head(EXAMPLE_ROWS)
    licence = html.link(table.licence_url, table.licence_title)
    cite = f"<p>{html.escape(table_citation(table, len(frame)))}</p>"
    body = [
        f"<p><strong>{html.escape(table.title)}</strong> ({html.escape(name)})</p>",
        f"<p>{html.escape(table.description)}</p>",
        html.bullets(
            [
                *(f"<strong>{label}:</strong> {html.escape(value)}" for label, value in facts),
                f"<strong>Licence:</strong> {licence}",
            ]
        ),
        html.table(columns, f"Columns of the table {name}."),
        html.folded("The first rows", html.table(shown, f"First rows of the table {name}.")),
        sources_part(frame),
        html.folded("How to cite it", cite),
    ]
    text = "\n".join(
        [
            f"{table.title} ({name})",
            table.description,
            *(f"{label}: {value}" for label, value in facts),
            f"Licence: {table.licence_title}",
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
    if column.type == "boolean":
        return "yes or no"
    return f"one of: {', '.join(column.enum)}" if column.enum else column.type


def _facts(table: Table, frame: pd.DataFrame) -> list[tuple[str, str]]:
    facts = [("Rows", f"{len(frame):,}")]
    if years := _years(frame):
        facts.append(("Years covered", years))
    if {"country_iso3", "year"} <= set(table.primary_key):
        facts.append(("Countries and territories", str(frame["country_iso3"].nunique())))
    if table.publisher:
        code = f", {table.code}" if table.code else ""
        facts.append(("Publisher", f"{table.publisher}{code}"))
    if table.vintage:
        facts.append(("State of the publisher's data", table.vintage))
    facts.append(("What is missing", table.gaps))
    return facts


def _years(frame: pd.DataFrame) -> str | None:
    if "start" in frame:
        first, last = frame["start"].min().year, frame["end"].max().year
    elif "year" in frame and pd.api.types.is_integer_dtype(frame["year"]):
        first, last = frame["year"].min(), frame["year"].max()
    else:
        return None
    return str(first) if first == last else f"{first} to {last}"
