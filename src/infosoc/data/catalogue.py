"""Read about the tables: a catalogue of all, a page for each."""

from __future__ import annotations

import pandas as pd

from infosoc import html
from infosoc.data.citation import table_citation
from infosoc.data.loader import load
from infosoc.data.registry import Column, Table, find, registry
from infosoc.data.table_page import sources_part
from infosoc.errors import UnknownNameError
from infosoc.messages import say

#: Rows that a table's page shows as an example.
EXAMPLE_ROWS = 3
#: Rows with more columns than this stand side by side, so that they fit a narrow screen.
MOST_COLUMNS = 6


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
    caption = _caption(group, len(chosen), chosen[0].name)
    return html.Page(html.table(frame, caption), html.plain_table(frame), frame)


def _caption(group: str | None, count: int, first: str) -> str:
    told = {"count": count, "load": _call("load", first), "describe": _call("describe", first)}
    if group is None:
        return say("tables.all", **told)
    return say("tables.group", **told, group=group)


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
    shown = _examples(frame[table.column_names].head(EXAMPLE_ROWS))
    licence = html.link(table.licence_url, table.licence_title)
    cite = f"<p>{html.escape(table_citation(table, len(frame)))}</p>"
    body = [
        f"<p><strong>{html.escape(table.title)}</strong> ({html.escape(name)})</p>",
        f"<p>{html.escape(table.description)}</p>",
        html.bullets(
            [
                *(f"<strong>{label}:</strong> {html.escape(value)}" for label, value in facts),
                f"<strong>{say('tables.licence')}:</strong> {licence}",
            ]
        ),
        html.table(columns, say("tables.columns", name=name)),
        html.folded(say("tables.first"), html.table(shown, say("tables.first.caption", name=name))),
        sources_part(frame),
        html.folded(say("tables.cite"), cite),
    ]
    text = "\n".join(
        [
            f"{table.title} ({name})",
            table.description,
            *(say("tables.fact", label=label, value=value) for label, value in facts),
            say("tables.fact", label=say("tables.licence"), value=table.licence_title),
            html.plain_table(columns),
        ]
    )
    return html.Page("".join(body), text, columns)


def _columns(table: Table) -> pd.DataFrame:
    rows = [(c.name, _type(c), _unit(c), c.description) for c in table.columns]
    if {"date_start", "date_end"} <= set(table.column_names):
        rows += _derived()
    return pd.DataFrame(rows, columns=["column", "type", "unit", "meaning"])


def _examples(rows: pd.DataFrame) -> pd.DataFrame:
    """Turn rows of many columns, so that a column of the page is a row of the table."""
    if len(rows.columns) <= MOST_COLUMNS:
        return rows
    turned = {"column": list(rows.columns)}
    for number, row in enumerate(rows.itertuples(index=False, name=None), 1):
        turned[say("tables.first.row", number=number)] = [*map(html.cell_text, row)]
    return pd.DataFrame(turned)


def _unit(column: Column) -> str:
    if column.unit_column:
        return say("tables.unit.column", column=column.unit_column)
    return column.unit or ""


def _derived() -> list[tuple[str, str, str, str]]:
    """Return the columns that a table with partial dates gets when it is loaded."""
    found = (
        ("start", "date", say("tables.start")),
        ("end", "date", say("tables.end")),
        ("precision", "category", say("tables.precision")),
    )
    return [(name, kind, "", say("tables.added", meaning=text)) for name, kind, text in found]


def _type(column: Column) -> str:
    if column.partial_date:
        return say("tables.type.date")
    if column.references:
        if column.type == "string":
            return say("tables.type.id", table=column.references)
        return say("tables.type.ids", kind=column.type, table=column.references)
    if column.type == "boolean":
        return say("tables.type.truth")
    choices = ", ".join(column.enum or ())
    return say("tables.type.choice", choices=choices) if choices else column.type


def _facts(table: Table, frame: pd.DataFrame) -> list[tuple[str, str]]:
    facts = [(say("tables.rows"), f"{len(frame):,}")]
    if years := _years(frame):
        facts.append((say("tables.years"), years))
    if {"country_iso3", "year"} <= set(table.primary_key):
        facts.append((say("tables.countries"), str(frame["country_iso3"].nunique())))
    if table.publisher:
        named = table.publisher
        if table.code:
            named = say("tables.publisher.code", publisher=named, code=table.code)
        facts.append((say("tables.publisher"), named))
    if table.vintage:
        facts.append((say("tables.vintage"), table.vintage))
    facts.append((say("tables.gaps"), table.gaps))
    return facts


def _years(frame: pd.DataFrame) -> str | None:
    if "start" in frame:
        first, last = frame["start"].min().year, frame["end"].max().year
    elif "year" in frame and pd.api.types.is_integer_dtype(frame["year"]):
        first, last = frame["year"].min(), frame["year"].max()
    else:
        return None
    return str(first) if first == last else say("tables.span", first=first, last=last)
