# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy>=2", "scipy>=1.14"]
# ///
"""Give each member and observer State of the UN a square of a grid near its place: run once.

Run ``uv run tools/place_tiles.py`` after ``draw_outlines.py``. It writes
``data/maps/country_tiles.csv``. States are first spread evenly (half their true place, half their
rank from west to east and from south to north) and then put onto the grid so that the sum of
squared distances is the smallest possible (an assignment problem, solved exactly).
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.stats import rankdata

DATA = Path(__file__).resolve().parents[1] / "data"
COLUMNS, ROWS = 26, 16
#: How much of a place is its rank: without it Europe and Africa would be far too full.
RANK_X, RANK_Y = 0.55, 0.5
#: Islands of the Pacific drawn at the far left, in radii of the Earth, belong beside those at the
#: far right, one width of the map away.
FAR_WEST, WIDTH = -2.3, 5.4


def read(path: Path) -> list[dict[str, str]]:
    """Read a table as plain text."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def spread(values: np.ndarray, rank: float, cells: int) -> np.ndarray:
    """Mix true places with ranks and stretch them over the cells."""
    place = (values - values.min()) / (values.max() - values.min())
    order = (rankdata(values) - 1) / (len(values) - 1)
    return ((1 - rank) * place + rank * order) * (cells - 1)


def main() -> None:
    """Place the States and write the table."""
    states = [row["iso3"] for row in read(DATA / "countries.csv") if row["un_state"] == "yes"]
    points = {row["country_iso3"]: row for row in read(DATA / "maps" / "country_points.csv")}
    x = np.array([float(points[code]["x"]) for code in states])
    y = np.array([float(points[code]["y"]) for code in states])
    x[x < FAR_WEST] += WIDTH
    across, down = spread(x, RANK_X, COLUMNS), spread(-y, RANK_Y, ROWS)
    cells = np.array([(column, row) for row in range(ROWS) for column in range(COLUMNS)])
    costs = (across[:, None] - cells[None, :, 0]) ** 2 + (down[:, None] - cells[None, :, 1]) ** 2
    chosen = cells[linear_sum_assignment(costs)[1]]
    with (DATA / "maps" / "country_tiles.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["country_iso3", "column", "row"])
        places = zip(states, chosen.tolist(), strict=True)
        writer.writerows([code, column, row] for code, (column, row) in sorted(places))


if __name__ == "__main__":
    main()
