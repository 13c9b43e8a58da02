"""How long do tables take to load? Compared with pandas.read_csv within the same run.

Run with ``make bench``. It prints one line for each table and ends with an error when a bar is
missed: a first load takes at most twice ``read_csv`` with the same types, all tables together
less than 1.5 seconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import pandas as pd

from infosoc.data import loader
from infosoc.data.registry import Table, registry

ROUNDS = 25
MOST_TIMES_READ_CSV = 2.0
MOST_SECONDS_FOR_ALL = 1.5


def rounds(*works: Callable[[], object]) -> pd.DataFrame:
    """Return the seconds of each work in each round, a column for each work.

    The works take turns, so that a busy moment of the machine falls on all of them.
    """
    found = []
    for _ in range(ROUNDS):
        seconds = []
        for work in works:
            start = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - start)
        found.append(seconds)
    return pd.DataFrame(found)


def same_types(table: Table) -> dict[str, object]:
    """Return options with which ``read_csv`` gives the same types, dates included."""
    dates = [column for column in ("date_start", "date_end") if column in table.column_names]
    options = loader.reading(table)
    return {**options, "parse_dates": dates, "date_format": "ISO8601"} if dates else options


def first_load(name: str) -> None:
    """Load a table as if for the first time."""
    loader._typed.cache_clear()
    loader.load(name)


def main() -> int:
    """Measure, print and judge."""
    loader.load("topics")  # pandas and the registry are loaded before the clock starts
    rows = []
    for name, table in registry().items():
        options = same_types(table)
        seconds = rounds(
            lambda table=table, options=options: pd.read_csv(table.file, **options),
            lambda name=name: first_load(name),
            lambda name=name: loader.load(name),
        )
        read, first, again = seconds.median() * 1e3
        times = (seconds[1] / seconds[0]).median()
        rows.append((name, len(loader.load(name)), read, first, times, again))
    columns = ["table", "rows", "read_csv ms", "first load ms", "times read_csv", "again ms"]
    found = pd.DataFrame(rows, columns=columns)
    total = found["first load ms"].sum() / 1e3
    worst = found["times read_csv"].max()
    print(found.round(2).to_string(index=False))
    print(f"\nAll {len(found)} tables: {total:.2f} s (bar {MOST_SECONDS_FOR_ALL} s).")
    print(f"Slowest against read_csv: {worst:.2f} times (bar {MOST_TIMES_READ_CSV}).")
    return int(total >= MOST_SECONDS_FOR_ALL or worst > MOST_TIMES_READ_CSV)


if __name__ == "__main__":
    sys.exit(main())
