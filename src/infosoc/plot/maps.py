"""World maps that need no network: countries as shapes on plain axes, or as equal tiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import pointers, rows, style

#: From low to high: colour and pattern, so that classes can be told apart in grey too.
CLASSES = (
    ("#dcebf5", ""),
    ("#9ccae6", "/"),
    ("#4f9fcf", ""),
    ("#1f6fa8", "\\"),
    ("#083f6b", ""),
    ("#7a5c00", "x"),
)
#: Words have no order: the looks that differ most come first.
LOOKS_OF_WORDS = (2, 4, 1, 3, 0, 5)
NO_FIGURE = ("#ffffff", ".")
#: On a tile a class of words is told by a sign; a class of numbers has its number there.
SIGNS = ("●", "▲", "■", "◆", "★", "✚")
#: Half the side of a tile, in columns and rows; the rest is the gap between tiles.
HALF_TILE = 0.46
#: Places are whole numbers in the figure, thousandths of the Earth's radius: a third the size.
SCALE = 1000
HEIGHT, TILE_HEIGHT = 520, 640
#: What the map shows, west to east and south to north, in thousandths of the Earth's radius.
BOX = ([-2720.0, 2720.0], [-1120.0, 1330.0])
#: The unit of figures that are years.
YEAR = "year"
LAND_LINE = {"color": "#6b7785", "width": 0.5}


@dataclass(frozen=True)
class Class:
    """One class of countries: its words, its look, its members and, for words, its sign."""

    words: str
    color: str
    pattern: str
    members: tuple[str, ...]
    sign: str = ""


def world_map(
    frame: pd.DataFrame,
    *,
    value: str = "value",
    country: str = "country_iso3",
    breaks: Sequence[float] | None = None,
    title: str = "",
    unit: str = "",
    highlight: str | None = None,
    missing: str = "",
) -> Exhibit:
    """Draw a figure for each country on a world map of equal areas.

    Countries are shapes, small States are dots. It works without a network, because no base map
    is fetched. No border is a statement on the status of any territory.

    Parameters
    ----------
    frame
        One row for each country, with its ISO 3166-1 alpha-3 code.
    value
        Column with numbers, or with words that are a class each.
    country
        Column with the codes.
    breaks
        Borders between classes of numbers, from low to high, at most five.
    title
        Title of the picture; by default the kind of map.
    unit
        Unit of the numbers; "year" if they are years.
    highlight
        Code of a country to point out.
    missing
        What is said of a State without a row or a figure; by default "no figure".

    Returns
    -------
    Exhibit
        Its table has a row for every country of ``frame`` by name, the value and the class.

    Raises
    ------
    UnknownNameError
        If a column or a country does not exist.
    TableShapeError
        If there are no rows, a country comes twice, or there are too many classes.

    Examples
    --------
    >>> import infosoc
    >>> users = infosoc.load("internet_users")
    >>> world = world_map(users[users.year == 2023], breaks=[25, 50, 75], title="Online, 2023")
    >>> world.table.columns.tolist()
    ['country', 'value', 'class']
    """
    values = _values(frame, value, country)
    values = values.reindex(values.index.union(_states()))
    title = title or say("map.world")
    missing = missing or say("map.unknown")
    classes = _classes(values, breaks, unit, missing)
    known = pd.Series({code: kind.words for kind in classes for code in kind.members})
    return Exhibit(
        drawing=_draw_shapes(values, classes, title, unit, highlight),
        title=title,
        summary=_summary(say("map.world"), values, classes, unit),
        table=_table(values, known, value, unit),
        sources=rows.rows_sources(frame),
    )


def tile_map(
    frame: pd.DataFrame,
    *,
    value: str = "value",
    country: str = "country_iso3",
    breaks: Sequence[float] | None = None,
    title: str = "",
    unit: str = "",
    highlight: str | None = None,
    missing: str = "",
) -> Exhibit:
    """Draw a figure for each member State of the UN as tiles of one size.

    A map of shapes hides small island States. Here every State has the same square, near its
    place in the world. Parameters, errors and result are those of :func:`world_map`.

    Examples
    --------
    >>> import infosoc
    >>> users = infosoc.load("internet_users")
    >>> tiles = tile_map(users[users.year == 2023], breaks=[25, 50, 75], title="Online, 2023")
    >>> "Tuvalu" in tiles.figure.to_json()
    True
    """
    values = _values(frame, value, country)
    tiles = load("country_tiles").set_index("country_iso3")
    values = values.reindex(tiles.index)
    title = title or say("map.tiles")
    missing = missing or say("map.unknown")
    classes = _classes(values, breaks, unit, missing)
    known = pd.Series({code: kind.words for kind in classes for code in kind.members})
    return Exhibit(
        drawing=_draw_tiles(values, tiles, classes, title, unit, highlight),
        title=title,
        summary=_summary(say("map.tiles"), values, classes, unit),
        table=_table(values, known, value, unit),
        sources=rows.rows_sources(frame),
    )


def _values(frame: pd.DataFrame, value: str, country: str) -> pd.Series:
    rows.require(frame, {value, country}, "the map")
    known = set(load("countries")["iso3"])
    for code in frame[country]:
        if code not in known:
            raise UnknownNameError("country code", code, sorted(known))
    twice = frame[frame[country].duplicated()]
    if not twice.empty:
        raise TableShapeError(f"{twice.iloc[0][country]} comes twice. Keep one row, or one year.")
    return frame.set_index(country)[value]


def _states() -> pd.Index:
    """Return the codes of the member and observer States of the UN."""
    countries = load("countries")
    return pd.Index(countries.loc[countries["un_state"].fillna(False), "iso3"])


def _classes(
    values: pd.Series, breaks: Sequence[float] | None, unit: str, missing: str
) -> list[Class]:
    if pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
        groups = _number_classes(values, list(breaks or []), unit)
        looks: tuple[tuple[str, str], ...] = CLASSES
        signs = ("",) * len(CLASSES)
    else:
        looks = tuple(CLASSES[place] for place in LOOKS_OF_WORDS)
        signs = SIGNS
        kinds = values.dropna().unique().tolist()
        groups = [(html.words(kind), values[values == kind].index) for kind in kinds]
    if len(groups) > len(CLASSES):
        most = len(CLASSES)
        raise TableShapeError(f"{len(groups)} classes cannot be told apart. Make at most {most}.")
    found = [
        Class(words, *looks[place], tuple(members), signs[place])
        for place, (words, members) in enumerate(groups)
    ]
    return [*found, Class(missing, *NO_FIGURE, tuple(values[values.isna()].index))]


def _number_classes(values: pd.Series, breaks: list[float], unit: str) -> list[tuple[str, Any]]:
    if breaks != sorted(set(breaks)):
        raise TableShapeError(f"The breaks {breaks} are not in order, from low to high.")
    measure = f" {unit}" if unit and unit != YEAR else ""
    edges = [float("-inf"), *breaks, float("inf")]
    groups = []
    for low, high in pairwise(edges):
        members = values[(values >= low) & (values < high)].index
        if low == float("-inf"):
            words = say("map.under", high=f"{high:g}{measure}") if breaks else say("map.with")
        elif high == float("inf"):
            words = say("map.from", low=f"{low:g}{measure}")
        else:
            words = say("map.between", low=f"{low:g}", high=f"{high:g}{measure}")
        groups.append((words, members))
    return groups


def _table(values: pd.Series, classes: pd.Series, value: str, unit: str) -> pd.DataFrame:
    names = load("countries").set_index("iso3")["name"]
    is_year = unit == YEAR
    name = f"{value} ({unit})" if unit and not is_year else value
    table = pd.DataFrame(
        {
            "country": values.index.map(names),
            name: values.astype("Int64").array if is_year else values.to_numpy(),
            "class": values.index.map(classes),
        }
    )
    return table.sort_values("country", ignore_index=True)


def _summary(kind: str, values: pd.Series, classes: list[Class], unit: str) -> str:
    counts = ", ".join(
        say("map.class", words=one.words, count=len(one.members)) for one in classes if one.members
    )
    known = values.dropna()
    parts = [say("map.head", kind=kind, count=len(known), classes=counts)]
    if pd.api.types.is_numeric_dtype(known) and len(known):
        names = load("countries").set_index("iso3")["name"]
        low, high = known.idxmin(), known.idxmax()
        least, most = _measured(known[low], unit), _measured(known[high], unit)
        parts.append(say("map.ends", low=names[low], least=least, high=names[high], most=most))
    return " ".join([*parts, say("map.disclaimer")])


def _measured(figure: float, unit: str) -> str:
    """Write a figure with its unit; a year is neither rounded nor divided by a comma."""
    return f"{figure:.0f}" if unit == YEAR else f"{html.number(figure)} {unit}".strip()


def _hover(values: Mapping[str, Any], code: str, name: str, unit: str, missing: str) -> str:
    figure: Any = values.get(code)
    if pd.isna(figure):
        told = missing
    elif isinstance(figure, str):
        told = html.words(figure)
    else:
        told = _measured(figure, unit)
    return f"<b>{html.escape(name)}</b><br>{html.escape(told)}"


def _draw_shapes(
    values: pd.Series, classes: list[Class], title: str, unit: str, highlight: str | None
) -> Drawing:
    shapes = _outlines()
    points = load("country_points").set_index("country_iso3")
    names = load("countries").set_index("iso3")["name"]
    looks = {code: kind for kind in classes for code in kind.members}
    missing, told = classes[-1].words, values.to_dict()
    texts = {code: _hover(told, code, name, unit, missing) for code, name in names.items()}
    kinds = {code: looks.get(code, classes[-1]) for code in shapes}
    counts = Counter(kinds.values())
    common = max(classes, key=lambda kind: counts[kind])
    traces = [
        _shape_trace(shape, kinds[code], common, texts[code]) for code, shape in shapes.items()
    ]
    for kind in classes:
        dots = [code for code in kind.members if code in points.index and code not in shapes]
        traces.append(_dot_trace(points.loc[dots], kind, [texts[code] for code in dots]))
    layout = _layout(HEIGHT, BOX, world_pointer(highlight) if highlight else [])
    layout["template"] = _shape_template(common)
    return style.figure([*traces, *_legend(classes)], html.escape(title), **layout)


def _whole(places: pd.Series) -> list[int]:
    return (places * SCALE).round().astype(int).tolist()


@cache
def _outlines() -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Return the outline of each country: across and up, with a gap between its shapes."""
    order = ["country_iso3", "shape"]
    outlines = load("country_outlines").sort_values(order, kind="stable")
    countries, shapes = outlines["country_iso3"].to_numpy(), outlines["shape"].to_numpy()
    # Numbers of a fixed size are saved in a quarter of the room.
    places = (outlines[["x", "y"]].to_numpy() * SCALE).round().astype("float32")
    first = np.flatnonzero(countries[1:] != countries[:-1]) + 1
    found = {}
    for start, stop in pairwise([0, *first.tolist(), len(outlines)]):
        part = shapes[start:stop]
        gaps = np.flatnonzero(part[1:] != part[:-1]) + 1
        xs, ys = (np.insert(places[start:stop, side], gaps, np.nan) for side in (0, 1))
        found[str(countries[start])] = xs, ys
    return found


def _shape_trace(
    outline: tuple[np.ndarray, np.ndarray], kind: Class, common: Class, text: str
) -> dict[str, Any]:
    xs, ys = outline
    look = {} if kind == common else {"fillpattern": {"shape": ""}, **_fill(kind)}
    return {"type": "scatter", "x": xs, "y": ys, "text": text, **look}


def _shape_template(common: Class) -> dict[str, Any]:
    """Return the common look with that of the most frequent class, told once for all its shapes."""
    shape = {
        "mode": "lines",
        "fill": "toself",
        "hoveron": "fills",
        "hoverinfo": "text",
        "showlegend": False,
        "line": LAND_LINE,
        **_fill(common),
    }
    return style.template(scatter=shape)


def _fill(kind: Class) -> dict[str, Any]:
    if not kind.pattern:
        return {"fillcolor": kind.color}
    dark = kind.color in ("#1f6fa8", "#083f6b")
    return {
        "fillcolor": kind.color,
        "fillpattern": {
            "shape": kind.pattern,
            "fillmode": "overlay",
            "fgcolor": "#ffffff" if dark else "#52606d",
            "size": 6,
            "solidity": 0.15,
        },
    }


def _dot_trace(places: pd.DataFrame, kind: Class, texts: list[str]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "fill": "none",
        "hoveron": "points",
        "x": _whole(places["x"]),
        "y": _whole(places["y"]),
        "text": texts,
        "hoverinfo": "text",
        "showlegend": False,
        "marker": {"color": kind.color, "size": 8, "line": {"color": style.INK, "width": 1}},
    }


def world_pointer(code: str) -> list[dict[str, Any]]:
    """Return the shapes that point a country out on the map."""
    place = _place(load("country_points").set_index("country_iso3"), code)
    x, y = round(place["x"] * SCALE), round(place["y"] * SCALE)
    return pointers.pointer(x, y, _name(code), _share(x, BOX[0]))


def tile_pointer(code: str) -> list[dict[str, Any]]:
    """Return the shapes that point a tile out."""
    tiles = load("country_tiles").set_index("country_iso3")
    place = _place(tiles, code)
    x, y = int(place["column"]), int(place["row"])
    span = [float(tiles["column"].min()), float(tiles["column"].max())]
    return pointers.pointer(x, y, _name(code), _share(x, span))


def _name(code: str) -> str:
    name: str = load("countries").set_index("iso3")["name"][code]
    return name


def _share(x: float, span: list[float]) -> float:
    return (x - span[0]) / (span[1] - span[0])


def _place(places: pd.DataFrame, code: str) -> pd.Series:
    if code not in places.index:
        raise UnknownNameError("country on the map", code, sorted(places.index))
    return places.loc[code]


def _legend(classes: list[Class]) -> list[dict[str, Any]]:
    """Return an empty bar for each class with members: its entry in the legend."""
    return [
        {
            "type": "bar",
            "x": [None],
            "y": [None],
            "name": html.escape(kind.words),
            "marker": {
                "color": kind.color,
                "line": {"color": style.INK, "width": 1},
                "pattern": _fill(kind).get("fillpattern", {"shape": ""}),
            },
        }
        for kind in classes
        if kind.members
    ]


def _layout(
    height: int,
    box: tuple[list[float], list[float]],
    shapes: list[dict[str, Any]],
) -> dict[str, Any]:
    """Return the layout of a map within a box, with the shapes that point a country out."""
    axis = {"visible": False, "fixedrange": True}
    return {
        "height": height,
        "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "y": 0, "yanchor": "top", "itemclick": False},
        "hovermode": "closest",
        "xaxis": {**axis, "range": box[0]},
        "yaxis": {**axis, "range": box[1], "scaleanchor": "x"},
        "shapes": shapes,
        "annotations": [_disclaimer()],
        "margin": {"l": 8, "r": 8, "t": 48, "b": 64},
    }


def _disclaimer() -> dict[str, Any]:
    return {
        "text": say("map.disclaimer"),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "yshift": -44,
        "showarrow": False,
        "font": {"size": 11.5, "color": style.MUTED},
    }


def _draw_tiles(
    values: pd.Series,
    tiles: pd.DataFrame,
    classes: list[Class],
    title: str,
    unit: str,
    highlight: str | None,
) -> Drawing:
    told = values.to_dict()
    names = load("countries").set_index("iso3")["name"]
    traces = []
    for kind in classes:
        places = tiles.loc[[code for code in kind.members if code in tiles.index]]
        hovers = [_hover(told, code, names[code], unit, classes[-1].words) for code in places.index]
        texts = [_tile_text(code, values.get(code), kind.sign, unit) for code in places.index]
        traces += [_tile_shapes(places, kind), _tile_texts(places, kind, texts, hovers)]
    across, down = tiles["column"], tiles["row"]
    box = (
        [float(across.min()) - 0.8, float(across.max()) + 0.8],
        [float(down.max()) + 0.8, float(down.min()) - 0.8],
    )
    plain = [
        replace(kind, words=f"{kind.sign} {kind.words}".strip(), pattern="") for kind in classes
    ]
    layout = _layout(TILE_HEIGHT, box, tile_pointer(highlight) if highlight else [])
    del layout["yaxis"]["scaleanchor"]
    return style.figure([*traces, *_legend(plain)], html.escape(title), **layout)


def _tile_shapes(places: pd.DataFrame, kind: Class) -> dict[str, Any]:
    """Return the tiles of a class as one shape; unlike marks they never touch each other."""
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1), (np.nan, np.nan)])
    centres = places[["column", "row"]].to_numpy(dtype=float)
    xs, ys = (centres[:, None, :] + corners * HALF_TILE).reshape(-1, 2).astype("float32").T
    return {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "fillcolor": kind.color,
        "line": {"color": style.MUTED, "width": 1},
        "x": xs.copy(),
        "y": ys.copy(),
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _tile_texts(
    places: pd.DataFrame, kind: Class, texts: list[str], hovers: list[str]
) -> dict[str, Any]:
    dark = kind.color in ("#1f6fa8", "#083f6b", "#7a5c00")
    return {
        "type": "scatter",
        "mode": "text",
        "x": places["column"].tolist(),
        "y": places["row"].tolist(),
        "text": texts,
        "textfont": {"size": 9, "color": style.PAPER if dark else style.INK},
        "hovertext": hovers,
        "hoverinfo": "text",
        "showlegend": False,
    }


def _tile_text(code: str, figure: Any, sign: str, unit: str) -> str:
    """Return a tile's code and, below it, its number or sign: no class is told by colour alone."""
    is_number = pd.api.types.is_number(figure) and not pd.isna(figure)
    below = (f"{figure:.0f}" if unit == YEAR else html.number(figure, 3)) if is_number else sign
    return f"{code}<br>{below}" if below else code
