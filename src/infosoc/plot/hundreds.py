"""A hundred marks: shares of a whole that can be counted, and played in a room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from infosoc import html
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import rows, style

COLUMNS, LINES = 20, 5
ALL = COLUMNS * LINES
HEIGHT = 400
#: How the parts of a group are told apart: full, open, open with a dot.
PARTS = ("", "-open", "-open-dot")


def hundred(
    frame: pd.DataFrame,
    *,
    value: str,
    group: str,
    part: str | None = None,
    title: str = "If there were a hundred",
    unit: str = "people",
    tables: Sequence[str] = (),
) -> Exhibit:
    """Draw shares of a whole as a hundred marks that can be counted.

    Shares are rounded so that they make a hundred: each gets its whole part, and the marks that
    are left go to the largest remainders, as seats go to parties. Groups are told apart by
    colour and symbol, their parts by full, open and dotted marks.

    Parameters
    ----------
    frame
        One row for each group and part, in the order in which they are drawn.
    value
        Column with the amounts; they need not make a hundred.
    group
        Column with the groups, at most eight.
    part
        Column with the parts of a group, at most three, for example online and offline.
    title
        Title of the picture.
    unit
        What a mark stands for.
    tables
        Tables that the rows come from, for the sources; not needed with ``source_ids``.

    Returns
    -------
    Exhibit
        Its table has the group, the part if given, and how many of a hundred.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If there is no whole to share, an amount is missing or below zero, or there are too many
        groups or parts.

    Examples
    --------
    >>> import pandas as pd
    >>> votes = pd.DataFrame({"answer": ["yes", "no"], "votes": [300, 100]})
    >>> hundred(votes, value="votes", group="answer").table["of 100"].tolist()
    [75, 25]
    """
    rows.require(frame, {c for c in (value, group, part) if c}, "the chart")
    ordered = frame.reset_index(drop=True)
    counts = of_hundred(ordered[value])
    groups = list(dict.fromkeys(ordered[group]))
    parts = list(dict.fromkeys(ordered[part])) if part else [None]
    _check(groups, parts, group)
    names = _names(ordered, group, part)
    return Exhibit(
        drawing=_draw(ordered, counts, names, (group, groups), (part, parts), title, unit),
        title=title,
        summary=_summary(counts, names, unit),
        table=_table(ordered, counts, group, part),
        sources=rows.rows_and_tables_sources(frame, tables),
    )


def of_hundred(amounts: pd.Series) -> list[int]:
    """Share a hundred out in proportion, the rest to the largest remainders.

    Raises
    ------
    TableShapeError
        If an amount is missing or below zero, or all are zero.

    Examples
    --------
    >>> of_hundred(pd.Series([1.0, 1.0, 1.0]))
    [34, 33, 33]
    """
    if amounts.isna().any() or (amounts < 0).any() or not amounts.sum() > 0:
        raise TableShapeError("A hundred can be shared out only by amounts of zero and more.")
    exact = amounts.astype(float) / amounts.sum() * ALL
    counts = exact.astype(int)
    left = ALL - int(counts.sum())
    for place in (exact - counts).sort_values(ascending=False, kind="stable").index[:left]:
        counts[place] += 1
    return counts.tolist()


def _check(groups: list[Any], parts: list[Any], group: str) -> None:
    for many, most, what in ((groups, len(style.MARKS), group), (parts, len(PARTS), "parts")):
        if len(many) > most:
            raise TableShapeError(
                f"{len(many)} values of {what!r} cannot be told apart. Keep at most {most}."
            )


def _names(frame: pd.DataFrame, group: str, part: str | None) -> list[str]:
    if part is None:
        return [html.words(one) for one in frame[group]]
    pairs = zip(frame[group], frame[part], strict=True)
    return [f"{html.words(one)}, {html.words(other)}" for one, other in pairs]


def _table(frame: pd.DataFrame, counts: list[int], group: str, part: str | None) -> pd.DataFrame:
    columns = {html.words(group): frame[group].astype(str)}
    if part:
        columns[html.words(part)] = frame[part].astype(str)
    return pd.DataFrame({**columns, f"of {ALL}": counts})


def _summary(counts: list[int], names: list[str], unit: str) -> str:
    told = "; ".join(
        say("hundred.part", name=name, count=count)
        for name, count in zip(names, counts, strict=True)
        if count
    )
    text = say("hundred.head", unit=unit, parts=told)
    none = [name for name, count in zip(names, counts, strict=True) if not count]
    if none:
        text += " " + say("hundred.none", names="; ".join(none))
    return text


def _draw(
    frame: pd.DataFrame,
    counts: list[int],
    names: list[str],
    groups: tuple[str, list[Any]],
    parts: tuple[str | None, list[Any]],
    title: str,
    unit: str,
) -> Drawing:
    traces = []
    begin = 0
    for row, count, name in zip(frame.to_dict("records"), counts, names, strict=True):
        look = style.mark(groups[1].index(row[groups[0]]))
        shape = PARTS[parts[1].index(row[parts[0]])] if parts[0] else ""
        if count:
            traces.append(_marks(range(begin, begin + count), name, count, look, shape, unit))
        begin += count
    axis = {"visible": False, "fixedrange": True}
    return style.figure(
        traces,
        html.escape(title),
        height=HEIGHT,
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 0, "yanchor": "top", "itemclick": False},
        xaxis={**axis, "range": [-0.7, COLUMNS - 0.3]},
        yaxis={**axis, "range": [LINES - 0.4, -0.6]},
        margin={"l": 8, "r": 8, "t": 48, "b": 120},
        hovermode="closest",
    )


def _marks(
    places: range, name: str, count: int, look: style.Mark, shape: str, unit: str
) -> dict[str, Any]:
    told = say("hundred.part", name=name, count=count)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": html.escape(told),
        "x": [place // LINES for place in places],
        "y": [place % LINES for place in places],
        "marker": {
            "color": look.color,
            "symbol": look.symbol + shape,
            "size": 19,
            "line": {"width": 2, "color": look.color},
        },
        "hovertemplate": f"{html.escape(told)} {html.escape(unit)}<extra></extra>",
    }
