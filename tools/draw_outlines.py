# /// script
# requires-python = ">=3.11"
# dependencies = ["shapely>=2.1"]
# ///
"""Make the two map tables out of Natural Earth's shapes: run once, by hand.

Get the shapes with ``npm pack world-atlas@2.0.2`` and unpack them, then run
``uv run tools/draw_outlines.py package/countries-110m.json``. It writes
``data/maps/country_outlines.csv`` and ``data/maps/country_points.csv``.

Lessons draw these corners on plain axes, because plotly's own maps fetch their background from
the network. The steps: read the arcs (TopoJSON), cut shapes at the 180th meridian, project them
to Equal Earth (Savric, Patterson and Jenny, 2018, https://doi.org/10.1080/13658816.2018.1504949)
and simplify them together, so that neighbours keep the same border.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import shapely
from shapely import affinity
from shapely.geometry import MultiPolygon, Polygon
from shapely.ops import unary_union

DATA = Path(__file__).resolve().parents[1] / "data"
#: Left out: it has no people to count and would take a tenth of the map.
ANTARCTICA = "010"
#: Shapes without an ISO number in Natural Earth. The parts of Cyprus and Somalia that it draws
#: apart are drawn with the member State of the UN; Kosovo has the user code of the World Bank.
WITHOUT_NUMBER = {"Kosovo": "XKX", "N. Cyprus": "CYP", "Somaliland": "SOM"}
#: How far a simplified border may lie from the true one, as area, in square radii of the Earth.
TOLERANCE = 0.00007
#: Islands below this area (square radii) go, unless they are all that a country has.
SMALLEST = 0.00006
DECIMALS = 3
Ring = list[tuple[float, float]]


def arcs(topology: dict) -> list[Ring]:
    """Undo the delta coding of TopoJSON: longitudes and latitudes in degrees."""
    (scale_x, scale_y), (move_x, move_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * scale_x + move_x, y * scale_y + move_y))
        found.append(line)
    return found


def ring(numbers: Iterable[int], lines: list[Ring]) -> Ring:
    """Join arcs to a ring; a negative number is an arc that runs backwards."""
    points: Ring = []
    for number in numbers:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        points += line[1:] if points else line
    return points


def polygons(geometry: dict, lines: list[Ring]) -> Iterator[Polygon]:
    """Yield the polygons of a country, each cut at the 180th meridian."""
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for part in parts:
        rings = [unwrapped(ring(numbers, lines)) for numbers in part]
        yield from cut(shapely.make_valid(Polygon(rings[0], rings[1:])))


def unwrapped(points: Ring) -> Ring:
    """Let longitudes run on past 180 degrees instead of jumping to the other side."""
    result = [points[0]]
    for longitude, latitude in points[1:]:
        before = result[-1][0]
        result.append((longitude + 360 * round((before - longitude) / 360), latitude))
    return result


def cut(shape: shapely.Geometry) -> Iterator[Polygon]:
    """Cut at 180 degrees and bring each piece back to between -180 and 180."""
    for turn in (-1, 0, 1):
        window = shapely.box(-180 + 360 * turn, -90, 180 + 360 * turn, 90)
        piece = affinity.translate(shape.intersection(window), -360 * turn)
        yield from (part for part in shapely.get_parts(piece) if part.geom_type == "Polygon")


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """Project degrees to the plane, in radii of the Earth."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    angle = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = angle * angle
    sixth = square**3
    slope = 3 * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square))
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(angle) / slope
    return x, angle * (a1 + a2 * square + sixth * (a3 + a4 * square))


def projected(shape: Polygon) -> Polygon:
    """Project a polygon, with extra corners first so that long edges bend as they should."""
    dense = shapely.segmentize(shape, 2)
    return shapely.transform(dense, lambda places: [equal_earth(x, y) for x, y in places])


def outlines(topology: dict, codes: dict[str, str]) -> dict[str, MultiPolygon]:
    """Return the shapes of each country by its ISO code, projected and simplified together."""
    lines = arcs(topology)
    shapes: dict[str, list[Polygon]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = WITHOUT_NUMBER.get(name) or codes.get(geometry.get("id", ""))
        if geometry.get("id") == ANTARCTICA:
            continue
        if code is None:
            sys.exit(f"No ISO code for {name} ({geometry.get('id')}).")
        shapes.setdefault(code, []).extend(map(projected, polygons(geometry, lines)))
    whole = {code: unary_union(parts) for code, parts in shapes.items()}
    simple = shapely.coverage_simplify(list(whole.values()), math.sqrt(TOLERANCE))
    return {code: kept(shape) for code, shape in zip(whole, simple, strict=True)}


def kept(shape: shapely.Geometry) -> MultiPolygon:
    """Leave out the smallest islands, never the largest part."""
    parts = sorted(shapely.get_parts(shape), key=lambda part: -part.area)
    return MultiPolygon([parts[0], *(part for part in parts[1:] if part.area >= SMALLEST)])


def write(name: str, header: list[str], rows: Iterable[list]) -> None:
    """Write one table."""
    with (DATA / "maps" / name).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def number(value: float) -> str:
    """Write a place on the map as short as it is exact."""
    return f"{round(value, DECIMALS) + 0:.{DECIMALS}f}".rstrip("0").rstrip(".")


def corners(shapes: dict[str, MultiPolygon]) -> Iterator[list]:
    """Yield the rows of the outline table: outer rings, without the repeated last corner.

    A country inside another one (Lesotho) is drawn on top, so inner rings are not needed.
    """
    for code in sorted(shapes):
        for shape, part in enumerate(shapes[code].geoms):
            for corner, (x, y) in enumerate(part.exterior.coords[:-1]):
                yield [code, shape, corner, number(x), number(y)]


def points(countries: list[dict[str, str]], shapes: dict[str, MultiPolygon]) -> Iterator[list]:
    """Yield the rows of the table of points: inside the outline, or at the coordinates."""
    for country in sorted(countries, key=lambda row: row["iso3"]):
        code = country["iso3"]
        if code in shapes:
            place = shapely.maximum_inscribed_circle(shapes[code].geoms[0]).coords[0]
        elif country["latitude"]:
            place = equal_earth(float(country["longitude"]), float(country["latitude"]))
        else:
            continue
        yield [code, *map(number, place), "yes" if code in shapes else "no"]


def main() -> None:
    """Read the shapes named on the command line and write both tables."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as stream:
        countries = list(csv.DictReader(stream))
    countries = [country for country in countries if country["m49"] != ANTARCTICA]
    codes = {country["m49"]: country["iso3"] for country in countries if country["m49"]}
    shapes = outlines(topology, codes)
    rows = list(corners(shapes))
    write("country_outlines.csv", ["country_iso3", "shape", "corner", "x", "y"], rows)
    write("country_points.csv", ["country_iso3", "x", "y", "outlined"], points(countries, shapes))
    print(f"{len(shapes)} countries, {len(rows)} corners")


if __name__ == "__main__":
    main()
