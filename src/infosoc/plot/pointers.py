"""A ring and a name plate that point out one place of a picture.

Both are shapes of the layout with a size in pixels: plotly moves shapes without drawing the rest
again, which an explorer with hundreds of marks would have to wait for.
"""

from __future__ import annotations

from typing import Any

from infosoc import html
from infosoc.plot import style

COLOR, SIZE = "#b3261e", 14
#: Width of a bold letter in pixels, rather too wide than too narrow.
LETTER = 8
#: Nearer to an edge than this share of the width, a name is not centred.
EDGE = 0.15
#: Pixels from the place up to the middle of the name plate, and its height.
ABOVE, HEIGHT = 28, 26


def pointer(
    x: float, y: float, name: str, share: float, height: float = 0.5
) -> list[dict[str, Any]]:
    """Return a ring around a place and a plate with its name.

    Parameters
    ----------
    x, y
        The place, in the units of the axes.
    name
        What stands on the plate; it is escaped.
    share, height
        How far to the right and how far up the place is, from 0 to 1. The plate stands above the
        ring, and at the edges on the inner side, so that it is not cut off.

    Examples
    --------
    >>> ring, plate = pointer(10, 20, "Tuvalu", 0.98)
    >>> plate["label"]["text"], plate["x1"]
    ('<b>Tuvalu</b>', 0)
    """
    anchor = {"xanchor": x, "yanchor": y, "xsizemode": "pixel", "ysizemode": "pixel"}
    wide = LETTER * len(name) + 16
    middle = ABOVE if height < 1 - EDGE else -ABOVE
    left = 0 if share < EDGE else wide if share > 1 - EDGE else wide / 2
    ring = {
        **anchor,
        "type": "circle",
        "x0": -SIZE,
        "x1": SIZE,
        "y0": -SIZE,
        "y1": SIZE,
        "line": {"color": COLOR, "width": 3},
    }
    plate = {
        **anchor,
        "type": "rect",
        "x0": -left,
        "x1": wide - left,
        "y0": middle - HEIGHT / 2,
        "y1": middle + HEIGHT / 2,
        "fillcolor": style.PAPER,
        "line": {"color": COLOR, "width": 1},
        "label": {
            "text": f"<b>{html.escape(name)}</b>",
            "textposition": "middle center",
            "font": {"size": 13, "color": style.INK},
        },
    }
    return [ring, plate]
