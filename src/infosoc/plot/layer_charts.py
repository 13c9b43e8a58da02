"""Layers on top of each other, with the things that belong to each in boxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from infosoc import html
from infosoc.drawing import Drawing
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import rows, style

#: Width in pixels that boxes are packed for: a notebook on a small laptop.
PLOT_WIDTH = 600
CHARACTER = 7.6
BOX_HEIGHT, LINE_HEIGHT = 26, 17
GAP, HEAD, FOOT = 8, 26, 10
LABEL_WIDTH = 34


@dataclass(frozen=True)
class Box:
    """One thing of a layer: its text and its place in pixels from the top left."""

    text: str
    hover: str
    left: float
    top: float
    width: float
    height: float


def layers(
    frame: pd.DataFrame,
    *,
    layer: str,
    label: str,
    what: str | None = None,
    title: str = "",
) -> Exhibit:
    """Draw layers from top to bottom, and in each a box for every row.

    Parameters
    ----------
    frame
        One row for each box, with ``source_ids`` where the sources are known. Layers stand in the
        order of their first row.
    layer, label
        Columns with the name of the layer and the text of the box.
    what
        Column with a sentence on the box, shown when it is pointed at and in the table.
    title
        Title of the picture; by default "Layers".

    Returns
    -------
    Exhibit
        Its table has the columns ``layer`` and ``label``, and ``what`` where it is given.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If there are no rows.

    Examples
    --------
    >>> import infosoc
    >>> parts = infosoc.load("internet_layers")
    >>> layers(parts, layer="layer", label="part").summary
    'Chart of 4 layers, from top to bottom: Applications (2), Transport (2), Network (2), Link (3).'
    """
    rows.require(frame, {name for name in (layer, label, what) if name}, "the chart")
    title = title or say("layers.title")
    shown = frame[[name for name in (layer, label, what) if name]].reset_index(drop=True)
    shown[layer] = _names(shown[layer])
    return Exhibit(
        drawing=_draw(shown, layer, label, what, title),
        title=title,
        summary=_summary(shown[layer]),
        table=shown,
        sources=rows.rows_sources(frame),
    )


def _names(names: pd.Series) -> list[str]:
    """Write ids of closed lists, such as names-and-numbers, as words with a capital letter."""
    if not isinstance(names.dtype, pd.CategoricalDtype):
        return names.astype(str).tolist()
    texts = [html.words(name) for name in names]
    return [text[:1].upper() + text[1:] for text in texts]


def _summary(names: pd.Series) -> str:
    counts = names.value_counts(sort=False)
    parts = ", ".join(say("layers.part", layer=name, count=counts[name]) for name in names.unique())
    return say("layers.summary", count=len(counts), parts=parts)


def _draw(frame: pd.DataFrame, layer: str, label: str, what: str | None, title: str) -> Drawing:
    boxes: list[Box] = []
    bands: list[tuple[str, float, float]] = []
    top = 0.0
    for name, part in frame.groupby(layer, sort=False):
        hovers = part[what] if what else part[label]
        found, bottom = _pack(list(part[label]), list(hovers), top + HEAD)
        boxes += found
        bands.append((str(name), top, bottom + FOOT))
        top = bottom + FOOT
    return style.figure(
        [_texts(boxes)],
        html.escape(title),
        int(top) + 60,
        xaxis={"range": [0, PLOT_WIDTH], "visible": False, "fixedrange": True},
        yaxis={
            "range": [top, 0],
            **style.lane_axis(
                {first + HEAD / 2: (name, number) for number, (name, first, _) in enumerate(bands)}
            ),
        },
        template=_template(),
        shapes=[*_bands(bands), *map(_outline, boxes)],
        showlegend=False,
        dragmode=False,
    )


def _pack(labels: list[str], hovers: list[str], top: float) -> tuple[list[Box], float]:
    """Put boxes side by side, in as many rows as they need."""
    boxes: list[Box] = []
    left, bottom = float(GAP), top
    for label, hover in zip(labels, hovers, strict=True):
        text = style.wrap(html.escape(label), LABEL_WIDTH)
        lines = text.split("<br>")
        width = CHARACTER * max(map(len, lines)) + 2 * GAP
        if left > GAP and left + width > PLOT_WIDTH - GAP:
            left, top = float(GAP), bottom + GAP
        height = BOX_HEIGHT + LINE_HEIGHT * (len(lines) - 1)
        boxes.append(Box(text, style.wrap(html.escape(hover), 56), left, top, width, height))
        left, bottom = left + width + GAP, max(bottom, top + height)
    return boxes, bottom


def _template() -> dict[str, Any]:
    """Return the common look with the look of a box, told once instead of for every box."""
    box = {
        "type": "rect",
        "fillcolor": style.PAPER,
        "line": {"width": 1, "color": style.MUTED},
        "layer": "below",
    }
    return style.template(shapedefaults=box)


def _texts(boxes: list[Box]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [round(box.left + box.width / 2, 1) for box in boxes],
        "y": [box.top + box.height / 2 for box in boxes],
        "text": [box.text for box in boxes],
        "hovertext": [box.hover for box in boxes],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "textfont": {"size": 12.5, "color": style.INK},
        "cliponaxis": False,
    }


def _bands(bands: list[tuple[str, float, float]]) -> list[dict[str, Any]]:
    return [
        {
            "type": "rect",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": first,
            "y1": last,
            "fillcolor": style.BAND if number % 2 == 0 else style.PAPER,
            "line": {"width": 0},
            "layer": "below",
        }
        for number, (_, first, last) in enumerate(bands)
    ]


def _outline(box: Box) -> dict[str, Any]:
    return {
        "x0": round(box.left, 1),
        "x1": round(box.left + box.width, 1),
        "y0": box.top,
        "y1": box.top + box.height,
    }
