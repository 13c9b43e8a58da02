"""Bar charts with the value written at every bar and gaps shown as gaps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from infosoc import html
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import rows, style

GROUP_HEAD = 24
BAR_ROW = 24
#: Width in pixels that legend and texts are fitted to: a notebook on a small laptop.
PLOT_WIDTH = 600
CHARACTER = 7.6
LEGEND_ROW, LEGEND_SIGN = 20, 46
LEAST_ROOM = 1.22
PATTERNS = ("", "/", ".", "x", "-", "+")


def bars(
    frame: pd.DataFrame,
    *,
    value: str,
    label: str,
    group: str | None = None,
    title: str = "Bars",
    unit: str = "",
    prefix: str | None = None,
) -> Exhibit:
    """Draw values as horizontal bars, in the order of the rows.

    The name stands above its bar and the value at its end, so nothing has to be read off an
    axis. A missing value has no bar and the words "not known".

    Parameters
    ----------
    frame
        One row for each bar, with ``source_ids`` where the sources are known.
    value
        Column with the numbers, none below zero.
    label
        Column with the names.
    group
        Column that splits each name into several bars, told apart by colour and pattern.
    title
        Title of the picture.
    unit
        Unit of the values, for example ``"people"``.
    prefix
        Column with words to put before a value, for example ``"about"``.

    Returns
    -------
    Exhibit
        Its table has the label, the group if given, and the value with its prefix.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If there are no rows, a value is below zero, or a label and group come twice.

    Examples
    --------
    >>> import pandas as pd
    >>> votes = pd.DataFrame({"answer": ["yes", "no"], "people": [12, None]})
    >>> bars(votes, value="people", label="answer", title="Votes").table["people"].tolist()
    ['12', 'not known']
    """
    wanted = {column for column in (value, label, group, prefix) if column}
    rows.require(frame, wanted, "the chart")
    _check(frame, value, label, group)
    ordered = _in_words(frame.reset_index(drop=True), [label, *([group] if group else [])])
    texts = _texts(ordered, value, prefix)
    return Exhibit(
        drawing=_draw(ordered, texts, value, label, group, title, unit),
        title=title,
        summary=_summary(ordered, texts, value, label, group, unit),
        table=_table(ordered, texts, value, label, group, unit),
        sources=rows.rows_sources(ordered),
    )


def counts(
    frame: pd.DataFrame, *, by: str, title: str = "Counts", unit: str = "rows", most: int = 12
) -> Exhibit:
    """Count rows by a column and draw the counts as bars, the largest first.

    Parameters
    ----------
    frame
        Rows of a table, with ``source_ids`` where the sources are known.
    by
        Column whose values are counted; a list in a cell counts for each of its values.
    title
        Title of the picture.
    unit
        What is counted, for example ``"events"``.
    most
        Draw at most this many bars.

    Returns
    -------
    Exhibit
        Its table has the value and the count. Rows without a value are told in the summary.

    Raises
    ------
    UnknownNameError
        If the column is missing.
    TableShapeError
        If there is nothing to count.

    Examples
    --------
    >>> import infosoc
    >>> events = infosoc.load("events")
    >>> summits = events[events.kind == "summit"]
    >>> counts(summits, by="city", unit="events").table["city"].tolist()
    ['Geneva', 'Tunis']
    """
    rows.require(frame, {by}, "the chart")
    single = frame.explode(by)
    known = single[single[by].notna()]
    found = known.groupby(by, observed=True, sort=False).size()
    if found.empty:
        raise TableShapeError(f"There is nothing to count: the column {by!r} is empty.")
    found = found.sort_values(ascending=False, kind="stable")
    shown = found.head(most)
    drawn = pd.DataFrame({by: shown.index, unit: shown.to_numpy()})
    exhibit = bars(drawn, value=unit, label=by, title=title, unit=unit)
    without = len(frame) - known.index.nunique()
    text = exhibit.summary
    if len(found) > len(shown):
        text += " " + say("bars.fewer", count=len(found) - len(shown))
    if without:
        text += " " + say("bars.without", count=without, unit=unit)
    return replace(exhibit, summary=text, sources=rows.rows_sources(frame))


def _check(frame: pd.DataFrame, value: str, label: str, group: str | None) -> None:
    if (frame[value].dropna() < 0).any():
        raise TableShapeError(f"The column {value!r} has values below zero; bars cannot show them.")
    keys = [label, group] if group else [label]
    twice = frame[frame.duplicated(keys)]
    if not twice.empty:
        shown = ", ".join(str(twice.iloc[0][key]) for key in keys)
        raise TableShapeError(f"{shown!r} comes twice. Keep one row, or name a group column.")


def _in_words(frame: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Write ids of closed lists, such as civil-society, as words."""
    closed = [name for name in columns if isinstance(frame[name].dtype, pd.CategoricalDtype)]
    return frame.assign(**{name: [html.words(value) for value in frame[name]] for name in closed})


def _texts(frame: pd.DataFrame, value: str, prefix: str | None) -> list[str]:
    before = [html.words(word) for word in frame[prefix]] if prefix else [""] * len(frame)
    return [
        say("bars.unknown") if pd.isna(number) else f"{word} {number:,.10g}".strip()
        for word, number in zip(before, frame[value], strict=True)
    ]


def _table(
    frame: pd.DataFrame, texts: list[str], value: str, label: str, group: str | None, unit: str
) -> pd.DataFrame:
    columns = {label: frame[label]}
    if group:
        columns[group] = frame[group]
    columns[f"{value} ({unit})" if unit and unit != value else value] = texts
    return pd.DataFrame(columns)


def _summary(
    frame: pd.DataFrame, texts: list[str], value: str, label: str, group: str | None, unit: str
) -> str:
    count = frame[label].nunique()
    what = label.replace("_", " ")
    noun = say("bars.values", label=what) if count > 1 else say("bars.value", label=what)
    told = {"value": value.replace("_", " "), "count": count, "label": noun}
    if group:
        text = say("bars.head.split", **told, group=group.replace("_", " "))
    else:
        text = say("bars.head", **told)
    if frame[value].notna().any():
        top = int(frame[value].idxmax())
        name = str(frame[label][top])
        if group:
            name = say("bars.top.group", label=name, group=frame[group][top])
        text += " " + say("bars.top", name=name, value=f"{texts[top]} {unit}".rstrip())
    unknown = int(frame[value].isna().sum())
    if unknown:
        text += " " + say("bars.missing", count=unknown)
    return text


def _draw(
    frame: pd.DataFrame,
    texts: list[str],
    value: str,
    label: str,
    group: str | None,
    title: str,
    unit: str,
) -> Drawing:
    heights, heads, height = _places(frame, label)
    groups = list(frame[group].unique()) if group else [""]
    keys = list(frame[group]) if group else [""] * len(frame)
    traces = []
    for number, key in enumerate(groups):
        chosen = [i for i, one in enumerate(keys) if one == key]
        traces.append(_trace(frame, texts, value, label, unit, heights, chosen, number, str(key)))
    biggest = float(frame[value].max()) if frame[value].notna().any() else 1.0
    legend = _legend_height(list(map(str, groups))) if group else 0
    return style.figure(
        traces,
        html.escape(title),
        height=height + 92 + legend,
        showlegend=bool(group),
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "normal"},
        xaxis={
            "range": [0, biggest * _room(frame[value], texts) or 1],
            "visible": False,
            "fixedrange": True,
        },
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
        annotations=heads,
        margin={"l": 8, "r": 16, "t": 48 + legend, "b": 24},
        barmode="overlay",
    )


def _legend_height(names: list[str]) -> int:
    """Return the pixels that a legend needs on a small screen: its entries stand in columns."""
    column = LEGEND_SIGN + CHARACTER * max(map(len, names))
    in_row = max(1, int(PLOT_WIDTH // column))
    return LEGEND_ROW * -(-len(names) // in_row) + 8


def _room(values: pd.Series, texts: list[str]) -> float:
    """Return how much longer than each bar the axis has to be, so that its text fits in.

    The answer is given for the longest bar; a shorter one leaves more room.
    """
    if not values.notna().any():
        return LEAST_ROOM
    longest = (
        max(
            value / values.max() / (1 - (CHARACTER * len(text) + 12) / PLOT_WIDTH)
            for value, text in zip(values.fillna(0), texts, strict=True)
        )
        if values.max()
        else LEAST_ROOM
    )
    return max(LEAST_ROOM, float(longest))


def _places(frame: pd.DataFrame, label: str) -> tuple[list[float], list[dict[str, Any]], int]:
    """Return the height of each bar, the names above them, and the height of the whole."""
    top = 0.0
    heights = [0.0] * len(frame)
    heads = []
    for name in frame[label].unique():
        heads.append(
            {
                "text": html.escape(str(name)),
                "xref": "paper",
                "x": 0,
                "xanchor": "left",
                "y": top + GROUP_HEAD / 2 + 2,
                "showarrow": False,
                "font": {"size": 13, "color": style.INK},
            }
        )
        top += GROUP_HEAD
        for row in frame.index[frame[label] == name]:
            heights[row] = top + BAR_ROW / 2 - 2
            top += BAR_ROW
        top += 4
    return heights, heads, int(top)


def _trace(
    frame: pd.DataFrame,
    texts: list[str],
    value: str,
    label: str,
    unit: str,
    heights: list[float],
    chosen: list[int],
    number: int,
    name: str,
) -> dict[str, Any]:
    measure = f" {html.escape(unit)}" if unit else ""
    sources = rows.first_sources(frame)
    return {
        "type": "bar",
        "orientation": "h",
        "name": html.escape(name),
        "x": [0 if pd.isna(frame[value][i]) else float(frame[value][i]) for i in chosen],
        "y": [heights[i] for i in chosen],
        "width": BAR_ROW * 0.72,
        "text": [html.escape(texts[i]) for i in chosen],
        "textposition": "outside",
        "textfont": {"size": 13, "color": style.INK},
        "cliponaxis": False,
        "marker": {
            "color": style.mark(number).color,
            "pattern": style.pattern(PATTERNS[number % len(PATTERNS)]),
        },
        "hovertext": [
            f"<b>{html.escape(str(frame[label][i]))}</b>"
            + (f"<br>{html.escape(name)}" if name else "")
            + f"<br>{html.escape(texts[i])}{measure}"
            + (f"<br>{rows.source_line(sources[i])}" if sources[i] else "")
            for i in chosen
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
