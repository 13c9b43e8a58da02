"""Where things stand along a text: a row for each word, a column for each paragraph."""

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

ROW_HEIGHT = 28
#: With more columns than this, numbers would not fit into the cells.
MOST_NUMBERED = 90
#: About so many columns have their name below.
MOST_TICKS = 15
#: Names of groups nearer than this share of the width would touch each other.
NEAREST = 0.028
#: Height of a slanted name, for each of its letters, in pixels.
LETTER = 5.2
FOOT = 46
LONGEST_NAME = 26
#: From light to darker, all light enough for dark text (5.6:1 at the dark end).
SHADES = [[0.0, "#c9e2f2"], [1.0, "#5fa8d3"]]


def dispersion(
    found: pd.DataFrame,
    along: pd.DataFrame,
    *,
    row: str = "word",
    place: str = "paragraph",
    value: str = "count",
    group: str | None = "section",
    title: str = "Where the words stand",
) -> Exhibit:
    """Draw where things stand along a text, with the count written into the cells.

    Parameters
    ----------
    found
        One row for each word in each paragraph that has it: the word, the paragraph, the count.
    along
        All paragraphs in their order, also those without any of the words, with the column of
        the groups.
    row, value
        Columns of ``found`` with the words and the counts.
    place
        Column of both tables with the number of the paragraph.
    group
        Column of ``along`` whose values are named at the top, or nothing.
    title
        Title of the picture.

    Returns
    -------
    Exhibit
        Its table has a row for each word: how often it stands, in how many paragraphs, and in
        which ones, with the count behind each that has it more than once.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If there are no rows, a word and paragraph come twice, a paragraph of ``found`` is not
        in ``along``, or a paragraph comes twice there.

    Examples
    --------
    >>> import infosoc
    >>> found = infosoc.where_words_stand(infosoc.load("paragraph_terms"), ["gender"])
    >>> dispersion(found, infosoc.load("paragraphs")).table["where"].tolist()
    ['6, 27 (7)']
    """
    rows.require(found, {row, place, value}, "the chart")
    rows.require(along, {place, group} if group else {place}, "the chart")
    wide = _wide(found, along, row, place, value)
    table = _table(wide, row, place)
    names = along[group].fillna("").astype(str).tolist() if group else []
    return Exhibit(
        drawing=_draw(wide, names, title, place),
        title=title,
        summary=_summary(table, wide, place),
        table=table,
        sources=rows.rows_sources(along),
    )


def _wide(
    found: pd.DataFrame, along: pd.DataFrame, row: str, place: str, value: str
) -> pd.DataFrame:
    """Return a row for each word and a column for each paragraph; empty where it is not."""
    for frame, keys in ((found, [row, place]), (along, [place])):
        twice = frame[frame.duplicated(keys)]
        if not twice.empty:
            shown = ", ".join(str(twice.iloc[0][key]) for key in keys)
            raise TableShapeError(f"{shown} comes twice. Keep one row of it.")
    places = along[place].tolist()
    unknown = [one for one in found[place] if one not in set(places)]
    if unknown:
        raise TableShapeError(
            f"The {place} {unknown[0]!r} is not in the text. Use both tables of one document."
        )
    wide = found.pivot(index=row, columns=place, values=value)
    return wide.reindex(index=list(dict.fromkeys(found[row])), columns=places).astype(float)


def _table(wide: pd.DataFrame, row: str, place: str) -> pd.DataFrame:
    lines = []
    for name, counts in wide.iterrows():
        there = counts.dropna().astype(int)
        where = [f"{one} ({count})" if count > 1 else f"{one}" for one, count in there.items()]
        lines.append((str(name), int(there.sum()), len(there), ", ".join(where)))
    return pd.DataFrame(lines, columns=[row, "times", f"{place}s", "where"])


def _summary(table: pd.DataFrame, wide: pd.DataFrame, place: str) -> str:
    ordered = table.sort_values(table.columns[2], ascending=False, kind="stable")
    parts = ", ".join(
        say("dispersion.part", name=name, places=places, times=times)
        for name, times, places, _ in ordered.itertuples(index=False)
    )
    what = {"place": f"{html.words(place)}s", "count": len(wide.columns), "parts": parts}
    if len(table) == 1:
        return say("dispersion.one", **what)
    return say("dispersion.many", **what, words=len(table))


def _draw(wide: pd.DataFrame, groups: Sequence[str], title: str, place: str) -> Drawing:
    count = len(wide.columns)
    tops = [html.escape(str(one)) for one in wide.columns]
    lines = [html.escape(str(one)) for one in wide.index]
    trace = {
        "type": "heatmap",
        # As an array it is written packed; a list would put every number on a line of its own.
        "z": wide.to_numpy(dtype="float32"),
        "x": tops,
        "y": lines,
        "zmin": 1,
        "zmax": max(2.0, float(wide.max().max())),
        "colorscale": SHADES,
        "showscale": False,
        "xgap": 1 if count <= MOST_NUMBERED else 0,
        "ygap": 3,
        "hoverongaps": False,
        "hovertemplate": "<b>%{y}</b><br>"
        + html.escape(html.words(place))
        + " %{x}: %{z}<extra></extra>",
    }
    if count <= MOST_NUMBERED:
        trace |= {"texttemplate": "%{z}", "textfont": {"size": 10, "color": style.INK}}
    bands = _bands(groups)
    longest = max((min(len(name), LONGEST_NAME) for name, *_ in bands if name), default=0)
    top = 56 + LETTER * longest
    # The last name reaches beyond the last column.
    right = 16 + LETTER * min(len(bands[-1][0]), LONGEST_NAME) * 0.7 if bands else 16
    step = max(1, -(-count // MOST_TICKS))
    return style.figure(
        [trace],
        html.escape(title),
        height=int(ROW_HEIGHT * len(lines) + top + FOOT),
        plot_bgcolor=style.BAND,
        xaxis={
            "type": "category",
            "showgrid": False,
            "range": [-0.5, count - 0.5],
            "tickvals": tops[::step],
            "tickangle": 0,
            "title": {"text": html.escape(html.words(place)), "standoff": 4},
        },
        yaxis={
            "type": "category",
            "showgrid": False,
            "fixedrange": True,
            "range": [len(lines) - 0.5, -0.5],
        },
        shapes=[_line(begin) for _, begin, _ in bands if begin],
        annotations=_names(bands, count),
        margin={"l": 8, "r": int(right), "t": int(top), "b": FOOT},
    )


def _bands(groups: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return each group with its first column and the one behind its last."""
    bands: list[tuple[str, int, int]] = []
    for number, name in enumerate(groups):
        if bands and bands[-1][0] == name:
            bands[-1] = (name, bands[-1][1], number + 1)
        else:
            bands.append((name, number, number + 1))
    return bands


def _line(begin: int) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": begin - 0.5,
        "x1": begin - 0.5,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"width": 1, "color": style.MUTED},
    }


def _names(bands: Sequence[tuple[str, int, int]], count: int) -> list[dict[str, Any]]:
    """Name the groups at the top, but for those that would touch the one before."""
    notes: list[dict[str, Any]] = []
    last = -1.0
    for name, begin, end in bands:
        middle = (begin + end - 1) / 2
        if not name or (last >= 0 and (middle - last) / count < NEAREST):
            continue
        last = middle
        short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 2]} …"
        notes.append(
            {
                "text": html.escape(short),
                "x": middle,
                "xanchor": "left",
                "yref": "paper",
                "y": 1,
                "yanchor": "bottom",
                "textangle": -45,
                "showarrow": False,
                "font": {"size": 11.5, "color": style.INK},
            }
        )
    return notes
