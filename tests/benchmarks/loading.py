"""How long do tables take to load? Compared with pandas.read_csv within the same run.

The bars: a first load takes at most twice ``read_csv`` with the same types; all tables together
load in less than 1.5 seconds; a second load comes from memory, in less than half the time of
``read_csv``, and what its reader changes never reaches the next one.

The ratios are of processor time, which other programs on a busy machine do not lengthen; the
files are in the system's memory after the first round. The time of all tables is by the clock.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

import common
import pandas as pd

from infosoc.data import loader
from infosoc.data.registry import Table, registry

ROUNDS = 25
MOST_TIMES_READ_CSV = 2.0
MOST_SECONDS_FOR_ALL = 1.5
MOST_TIMES_AGAIN = 0.5


def processor_seconds(*works: Callable[[], object]) -> pd.DataFrame:
    """Return the processor seconds of each work in each round, a column for each work.

    The works take turns, so that a busy moment of the machine falls on all of them.
    """
    found = []
    for _ in range(ROUNDS):
        seconds = []
        for work in works:
            start = time.process_time()
            work()
            seconds.append(time.process_time() - start)
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


def load_all() -> float:
    """Load every table as if for the first time; return the seconds by the clock."""
    loader._typed.cache_clear()
    start = time.perf_counter()
    for name in registry():
        loader.load(name)
    return time.perf_counter() - start


def keeps_to_itself(name: str) -> bool:
    """Change everything in one copy of a table and see that the next copy is as before."""
    before = loader.load(name)
    spoilt = loader.load(name)
    for column in spoilt.columns:
        spoilt[column] = None
    spoilt.attrs.clear()
    after = loader.load(name)
    return before.equals(after) and before.attrs == after.attrs


def measured() -> pd.DataFrame:
    """Measure each table; times in milliseconds of the processor."""
    rows = []
    for name, table in registry().items():
        options = same_types(table)
        seconds = processor_seconds(
            lambda table=table, options=options: pd.read_csv(table.file, **options),
            lambda name=name: first_load(name),
            lambda name=name: loader.load(name),
        )
        read, first, again = seconds.median() * 1e3
        times = (seconds[1] / seconds[0]).median()
        rows.append((name, len(loader.load(name)), read, first, times, again, again / read))
    columns = ["table", "rows", "read_csv ms", "first load ms", "times read_csv", "again ms"]
    return pd.DataFrame(rows, columns=[*columns, "again, times read_csv"])


def rows() -> list[common.Row]:
    """Measure every table; the slowest ones are judged."""
    loader.load("topics")  # pandas and the registry are loaded before the clock starts
    total = statistics.median(load_all() for _ in range(ROUNDS))
    found = measured()
    first = found.loc[found["times read_csv"].idxmax()]
    again = found.loc[found["again, times read_csv"].idxmax()]
    leaks = [name for name in registry() if not keeps_to_itself(name)]
    return [
        common.at_most(f"Load all {len(found)} tables", total, "s", most=MOST_SECONDS_FOR_ALL),
        common.at_most(
            f"First load of {first['table']}, the slowest against read_csv",
            first["first load ms"],
            "ms",
            floor=first["first load ms"] / first["times read_csv"],
            times=MOST_TIMES_READ_CSV,
        ),
        common.at_most(
            f"Second load of {again['table']}, the slowest against read_csv",
            again["again ms"],
            "ms",
            floor=again["read_csv ms"],
            times=MOST_TIMES_AGAIN,
        ),
        common.at_most("Tables that a reader can spoil for the next one", len(leaks), "", most=0),
    ]


if __name__ == "__main__":
    sys.exit(common.main(rows))
