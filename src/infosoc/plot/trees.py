"""A tree: what belongs to what, with a number where one is known."""

from __future__ import annotations

import pandas as pd

from infosoc import html
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import rows, style

ROW_HEIGHT = 46
LABEL_WIDTH = 34
#: Light enough for dark text (at least 7:1), the root first.
TINTS = ("#e3eff7", "#f7eadf", "#e2f1ea", "#f5e6ef")


def tree(
    frame: pd.DataFrame,
    *,
    label: str,
    parent: str = "parent",
    key: str = "id",
    value: str | None = None,
    title: str = "",
    unit: str = "",
) -> Exhibit:
    """Draw a tree from left to right, every end of it equally high.

    The size of a field says nothing; the number is written in it, where it is known.

    Parameters
    ----------
    frame
        One row for each field of the tree, with ``source_ids`` where the sources are known.
    label
        Column with the text of the field.
    parent
        Column with the key of the row above, empty for the root.
    key
        Column with the key of the row.
    value
        Column with numbers that are written below the texts.
    title
        Title of the picture; by default "Tree".
    unit
        Unit of the numbers.

    Returns
    -------
    Exhibit
        Its table has the columns ``level``, ``name``, ``part_of`` and the numbers.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If there are no rows, or not exactly one root, or a row hangs on nothing.

    Examples
    --------
    >>> import pandas as pd
    >>> parts = pd.DataFrame({"id": ["a", "b"], "parent": [None, "a"], "name": ["All", "Some"]})
    >>> tree(parts, label="name").summary
    'Tree of 1 field below All: Some.'
    """
    rows.require(frame, {name for name in (label, parent, key, value) if name}, "the tree")
    levels = _levels(frame, key, parent)
    title = title or say("tree.title")
    names = frame.set_index(key)[label].astype(str)
    table = pd.DataFrame(
        {
            "level": [levels[one] for one in frame[key]],
            "name": names.tolist(),
            "part_of": frame[parent].map(names).fillna("").tolist(),
        }
    )
    if value:
        table[f"{value} ({unit})" if unit else value] = _numbers(frame[value], "")
    return Exhibit(
        drawing=_draw(frame, levels, (key, parent, label, value), title, unit),
        title=title,
        summary=_summary(frame, levels, (key, parent, label, value), unit),
        table=table,
        sources=rows.rows_sources(frame),
    )


def _levels(frame: pd.DataFrame, key: str, parent: str) -> dict[str, int]:
    """Return how far each row is from the root, which has level 0."""
    pairs = zip(frame[key], frame[parent], strict=True)
    above = {one: up if isinstance(up, str) else None for one, up in pairs}
    roots = [one for one, up in above.items() if up is None]
    if len(roots) != 1:
        raise TableShapeError(f"A tree has one root, this one has {len(roots)}: {roots}.")
    levels = {roots[0]: 0}
    for _ in above:
        levels |= {one: levels[up] + 1 for one, up in above.items() if up in levels}
    loose = [one for one in above if one not in levels]
    if loose:
        raise TableShapeError(f"The row {loose[0]!r} hangs on nothing: {above[loose[0]]!r}.")
    return levels


def _numbers(values: pd.Series, unit: str) -> list[str]:
    return [
        say("tree.unknown") if pd.isna(number) else f"{number:,.10g} {unit}".rstrip()
        for number in values
    ]


def _summary(
    frame: pd.DataFrame,
    levels: dict[str, int],
    columns: tuple[str, str, str, str | None],
    unit: str,
) -> str:
    key, parent, label, value = columns
    root = frame[frame[key].map(levels) == 0].iloc[0]
    below = frame[frame[parent] == root[key]]
    names = ", ".join(below[label].astype(str))
    told = {"root": root[label], "names": names}
    count = len(frame) - 1
    text = say("tree.one", **told) if count == 1 else say("tree.many", **told, count=count)
    if value:
        known = int(frame[value].notna().sum())
        text += " " + say("tree.known", known=known, count=len(frame), unit=unit or value)
    return text


def _draw(
    frame: pd.DataFrame,
    levels: dict[str, int],
    columns: tuple[str, str, str, str | None],
    title: str,
    unit: str,
) -> Drawing:
    key, parent, label, value = columns
    parents = [up if isinstance(up, str) else "" for up in frame[parent]]
    ends = ~frame[key].isin(parents)
    texts = _numbers(frame[value], unit) if value else [""] * len(frame)
    labels = [style.wrap(html.escape(name), LABEL_WIDTH) for name in frame[label].astype(str)]
    icicle = {
        "type": "icicle",
        "ids": frame[key].tolist(),
        "labels": labels,
        "parents": parents,
        "values": [int(end) for end in ends],
        "text": texts,
        "texttemplate": "<b>%{label}</b><br>%{text}" if value else "<b>%{label}</b>",
        "hovertemplate": "%{label}<br>%{text}<extra></extra>",
        "marker": {
            "colors": [TINTS[levels[one] % len(TINTS)] for one in frame[key]],
            "line": {"color": style.MUTED, "width": 1},
        },
        "textfont": {"size": 12.5, "color": style.INK},
        "tiling": {"orientation": "h"},
        "pathbar": {"visible": False},
        "sort": False,
    }
    height = int(ends.sum()) * ROW_HEIGHT + 60
    return style.figure([icicle], html.escape(title), height)
