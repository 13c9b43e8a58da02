"""Points on two axes, told apart by colour and by symbol."""

from __future__ import annotations

from typing import Any

import pandas as pd

from infosoc import html
from infosoc.errors import TableShapeError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import rows, style

HEIGHT = 420
SIZES = (11, 12, 18)
MOST_STEPS = 12


def points(
    frame: pd.DataFrame,
    *,
    x: str,
    y: str,
    label: str,
    kind: str | None = None,
    title: str = "Points",
    x_title: str = "",
    y_title: str = "",
) -> Exhibit:
    """Draw each row as a point on two axes.

    Points that fall on one place are drawn side by side: the names of all stand in the text
    that appears when one points there, and the table has every row.

    Parameters
    ----------
    frame
        One row for each point, with ``source_ids`` where the sources are known.
    x, y
        Columns with the numbers.
    label
        Column with the name of each point.
    kind
        Column that tells kinds apart, by colour and symbol; the last kind is drawn largest.
    title
        Title of the picture.
    x_title, y_title
        What stands at the axes; by default the names of the columns.

    Returns
    -------
    Exhibit
        Its table has the label, the kind if given, and both numbers.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If there are no rows or a number is missing.

    Examples
    --------
    >>> import pandas as pd
    >>> deals = pd.DataFrame({"deal": ["A", "B"], "yours": [1, 3], "theirs": [2, 2]})
    >>> points(deals, x="yours", y="theirs", label="deal", title="Deals").table.shape
    (2, 3)
    """
    rows.require(frame, {name for name in (x, y, label, kind) if name}, "the chart")
    if frame[[x, y]].isna().any(axis=None):
        raise TableShapeError("A number is missing. Leave rows without numbers out.")
    names = x_title or html.words(x), y_title or html.words(y)
    shown = frame.reset_index(drop=True)
    kinds = list(dict.fromkeys(shown[kind].astype(str))) if kind else [""]
    key = shown[kind].astype(str) if kind else pd.Series("", index=shown.index)
    traces = [
        _trace(shown[key == one], x, y, label, one, number, len(kinds))
        for number, one in enumerate(kinds)
    ]
    return Exhibit(
        drawing=style.figure(
            traces, html.escape(title), HEIGHT, **_layout(names, shown[x], has_kinds=bool(kind))
        ),
        title=title,
        summary=_summary(shown, x, y, label, names, kinds if kind else []),
        table=shown[[label, *([kind] if kind else []), x, y]],
        sources=rows.rows_sources(frame),
    )


def _trace(
    frame: pd.DataFrame, x: str, y: str, label: str, name: str, number: int, count: int
) -> dict[str, Any]:
    mark = style.mark(number)
    place = frame.groupby([x, y])[label].transform(lambda names: ", ".join(map(str, names)))
    size = SIZES[-1] if count > 1 and number == count - 1 else SIZES[min(number, 1)]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": html.escape(name),
        "x": frame[x].tolist(),
        "y": frame[y].tolist(),
        "marker": {
            "color": mark.color,
            "symbol": mark.symbol if number < count - 1 or count == 1 else "star",
            "size": size,
            "opacity": 0.75,
            "line": {"width": 1, "color": style.PAPER},
        },
        "text": [style.wrap(html.escape(names), rows.HOVER_WIDTH) for names in place],
        "hovertemplate": "%{text}<br>%{x}, %{y}<extra></extra>",
    }


def _layout(names: tuple[str, str], across: pd.Series, *, has_kinds: bool) -> dict[str, Any]:
    few = pd.api.types.is_integer_dtype(across) and across.max() - across.min() <= MOST_STEPS
    return {
        "xaxis": {
            "title": {"text": html.escape(names[0])},
            "fixedrange": True,
            # There is nothing between two whole numbers.
            **({"dtick": 1} if few else {}),
        },
        "yaxis": {"title": {"text": html.escape(names[1])}, "fixedrange": True},
        "showlegend": has_kinds,
        "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom"},
        "margin": {"l": 8, "r": 16, "t": 88 if has_kinds else 52, "b": 8},
    }


def _summary(
    frame: pd.DataFrame, x: str, y: str, label: str, names: tuple[str, str], kinds: list[str]
) -> str:
    spans = {
        f"{axis}_{end}": html.number(getattr(frame[column], end)())
        for axis, column in (("x", x), ("y", y))
        for end in ("min", "max")
    }
    text = say("points.head", count=len(frame), x=names[0], y=names[1], **spans)
    top = frame[label].iloc[int(frame[y].to_numpy().argmax())]
    text = f"{text} {say('points.highest', name=top)}"
    return f"{text} {say('points.kinds', kinds=', '.join(kinds))}" if kinds else text
