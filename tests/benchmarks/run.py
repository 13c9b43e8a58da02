"""Run all benchmarks and write docs/speed.md; ends with an error when a bar is missed.

Run with ``make bench``. Each module can also be run alone; then it only prints its rows.
"""

from __future__ import annotations

import datetime
import os
import platform
import sys

import common
import loading
import many_events
import negotiation
import redraw
import sizes
import starting

PARTS = {
    "Starting": starting,
    "Tables": loading,
    "Redrawing": redraw,
    "Negotiating": negotiation,
    "Many events": many_events,
    "Sizes": sizes,
}
FILE = common.ROOT / "docs" / "speed.md"
HEAD = """\
# How quick the course is

Measured with `make bench` on {day}, on a machine with {cores} cores and Python {python}. Times on
another machine differ; what is compared with a floor was measured in turns with it, in one run.
Every figure of time is a median. "First day" and "cold" mean that Python compiles everything it
imports; "compiled" is every later start.
"""


def main() -> int:
    """Measure, write and judge."""
    found = {}
    for name, part in PARTS.items():
        found[name] = part.rows()
        print(f"## {name}\n\n{common.markdown(found[name])}\n", flush=True)
    head = HEAD.format(
        day=datetime.datetime.now(tz=datetime.UTC).date(),
        cores=os.cpu_count(),
        python=".".join(platform.python_version_tuple()[:2]),
    )
    tables = [f"## {name}\n\n{common.markdown(made)}\n" for name, made in found.items()]
    FILE.write_text("\n".join([head, *tables]), "utf-8")
    missed = [row for made in found.values() for row in made if not row.ok]
    for row in missed:
        print(f"Missed: {row.what}: {row.figure:,.4g} {row.unit} (bar {row.bar})")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
