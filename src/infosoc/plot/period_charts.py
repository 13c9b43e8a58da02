"""Period charts: what lasted from when to when, with open and uncertain ends shown as such."""

from __future__ import annotations

from typing import Any

import pandas as pd

from infosoc import html
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import rows, style

ROW = 44
BAR = 15
#: Bars that start after this share of the axis have their label at the right end.
LATE = 0.55


def periods(
    frame: pd.DataFrame,
    *,
    title: str = "Periods",
    label: str = "title",
    group: str | None = None,
    today: str = "2026-12-31",
    no_end: str = "",
) -> Exhibit:
    """Draw periods as bars on a time axis, one row each.

    A period whose end is not known runs to the edge of the picture with a striped bar, and its
    label says so. A period whose start or end is known only to the month or year is striped too.

    Parameters
    ----------
    frame
        Rows with ``start``, ``end`` (datetime64; a missing end is not known) and the label;
        with ``precision`` and ``source_ids`` where they are known.
    title
        Title of the picture.
    label
        Column with the name of each period.
    group
        Column that colours the bars; its values are named in the label.
    today
        Where open periods end in the picture, as ``YYYY-MM-DD``.
    no_end
        What is said of a period without an end; by default that its end is not known.

    Returns
    -------
    Exhibit
        Its table has the columns ``period``, ``from``, ``to`` and, if given, the group.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If there are no rows, or a period has no start or ends before it starts.

    Examples
    --------
    >>> import infosoc
    >>> events = infosoc.load("events")
    >>> summits = events[events.kind == "summit"]
    >>> periods(summits, title="The Summit").table["from"].tolist()
    ['10 December 2003', '16 November 2005']
    """
    rows.require(frame, {"start", "end", label} | ({group} if group else set()), "the chart")
    _check(frame, label)
    ordered = frame.sort_values(["start", "end"], kind="stable").reset_index(drop=True)
    return Exhibit(
        drawing=_draw(ordered, title, label, group, pd.Timestamp(today), no_end),
        title=title,
        summary=_summary(ordered, label, no_end),
        table=_table(ordered, label, group, no_end),
        sources=rows.rows_sources(ordered),
    )


def _check(frame: pd.DataFrame, label: str) -> None:
    for name, start, end in zip(frame[label], frame["start"], frame["end"], strict=True):
        if pd.isna(start):
            raise TableShapeError(f"The period {name!r} has no start. Give it one or leave it out.")
        if not pd.isna(end) and end < start:
            raise TableShapeError(
                f"The period {name!r} ends on {end:%Y-%m-%d}, before it starts on {start:%Y-%m-%d}."
            )


def _precision(frame: pd.DataFrame) -> list[str]:
    return list(frame["precision"]) if "precision" in frame else ["day"] * len(frame)


def _day(day: pd.Timestamp, precision: str) -> str:
    form = {"year": "%Y", "month": "%B %Y"}.get(precision)
    return f"{day:{form}}" if form else f"{day.day} {day:%B %Y}"


def _table(frame: pd.DataFrame, label: str, group: str | None, no_end: str) -> pd.DataFrame:
    kinds = _precision(frame)
    columns = {
        "period": frame[label],
        "from": [_day(day, kind) for day, kind in zip(frame["start"], kinds, strict=True)],
        "to": [
            (no_end or say("periods.unknown")) if pd.isna(day) else _day(day, kind)
            for day, kind in zip(frame["end"], kinds, strict=True)
        ],
    }
    if group:
        columns[group] = frame[group]
    return pd.DataFrame(columns)


def _summary(frame: pd.DataFrame, label: str, no_end: str) -> str:
    first, last = frame["start"].min(), frame["end"].max()
    span = f"{first:%B %Y}"
    if not pd.isna(last):
        span = say("periods.span", first=span, last=f"{last:%B %Y}")
    count = len(frame)
    text = say("periods.one", span=span)
    if count > 1:
        text = say("periods.many", count=count, span=span)
    known = frame.dropna(subset=["end"])
    if len(known) > 1:
        lengths = (known["end"] - known["start"]).dt.days + 1
        longest = lengths.idxmax()
        text += " " + say("periods.longest", name=known.loc[longest, label], days=lengths[longest])
    unknown = int(frame["end"].isna().sum())
    if unknown:
        told = say("periods.endless", count=unknown, words=no_end)
        text += " " + (told if no_end else say("periods.open", count=unknown))
    return text


def _draw(
    frame: pd.DataFrame,
    title: str,
    label: str,
    group: str | None,
    today: pd.Timestamp,
    no_end: str,
) -> Drawing:
    ends = frame["end"].where(frame["end"].notna(), max(today, frame["start"].max()))
    first, last = frame["start"].min(), ends.max()
    room = (last - first) * 0.03 + pd.Timedelta(days=2)
    lengths = (ends - frame["start"] + pd.Timedelta(days=1)).dt.total_seconds() * 1000
    unsure = frame["end"].isna() | (pd.Series(_precision(frame)) != "day")
    groups = list(frame[group].unique()) if group else [None]
    colors = [
        style.mark(groups.index(value)).color
        for value in (frame[group] if group else [None] * len(frame))
    ]
    bar = {
        "type": "bar",
        "orientation": "h",
        "base": [f"{day:%Y-%m-%d}" for day in frame["start"]],
        "x": [int(value) for value in lengths],
        "y": list(range(len(frame))),
        "width": BAR / ROW,
        "marker": {
            "color": colors,
            "pattern": style.pattern(["/" if loose else "" for loose in unsure]),
            "line": {"color": colors, "width": 1},
        },
        "hovertext": _hover(frame, label, group, no_end),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    return style.figure(
        [bar, _labels(frame, ends, first, last, label, group, no_end)],
        html.escape(title),
        height=ROW * len(frame) + 110,
        showlegend=False,
        xaxis={"type": "date", "range": [f"{first - room:%Y-%m-%d}", f"{last + room:%Y-%m-%d}"]},
        yaxis={"visible": False, "fixedrange": True, "range": [len(frame) - 0.4, -0.8]},
        margin={"l": 8, "r": 16, "t": 48, "b": 30},
    )


def _hover(frame: pd.DataFrame, label: str, group: str | None, no_end: str) -> list[str]:
    table = _table(frame, label, group, no_end)
    sources = rows.first_sources(frame)
    return [
        f"<b>{style.wrap(html.escape(row[0]), rows.HOVER_WIDTH)}</b><br>{row[1]} to {row[2]}"
        + (f"<br>{rows.source_line(source)}" if source else "")
        for row, source in zip(table.itertuples(index=False, name=None), sources, strict=True)
    ]


def _labels(
    frame: pd.DataFrame,
    ends: pd.Series,
    first: pd.Timestamp,
    last: pd.Timestamp,
    label: str,
    group: str | None,
    no_end: str,
) -> dict[str, Any]:
    late = (frame["start"] - first) > (last - first) * LATE
    names = frame[label].astype(str)
    if group:
        names = names + " (" + frame[group].astype(str) + ")"
    unended = [
        say("periods.endless.label", name=name, words=no_end)
        if no_end
        else say("periods.open.label", name=name)
        for name in names
    ]
    names = names.where(frame["end"].notna(), unended)
    return {
        "type": "scatter",
        "mode": "text",
        "x": [f"{day:%Y-%m-%d}" for day in frame["start"].where(~late, ends)],
        "y": [row - 0.36 for row in range(len(frame))],
        "text": [html.escape(name) for name in names],
        "textposition": ["middle left" if value else "middle right" for value in late],
        "textfont": {"size": 12, "color": style.INK},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
