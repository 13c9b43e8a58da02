"""How long does it take until the first picture, and until a whole lesson has run in a new kernel?

Compared with a program and a notebook that only import pandas and plotly. Everything is compiled
anew in each start, as on a reader's first day; a second table line shows later days.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import common
import nbformat
from nbclient import NotebookClient

ROUNDS = 3
PROGRAM_ROUNDS = 5
MOST_TIMES_EXHIBIT = 1.2
MOST_TIMES_MEDIAN = 1.35
MOST_TIMES_WORST = 4.5 / 2.7
MOST_TIMES_NBVAL = 1.5

LOAD = 'import infosoc\ninfosoc.load("events")'
EXHIBIT = 'import infosoc\ninfosoc.plot.timeline(infosoc.load("events")).bundle()'
MEMORY = "int(next(l for l in open('/proc/self/status') if l.startswith('VmHWM')).split()[1])"


def lessons() -> dict[str, Path]:
    """Return the lessons by name."""
    return {path.stem: path for path in sorted(common.LESSONS.glob("*.ipynb"))}


def run(text: str) -> nbformat.NotebookNode:
    """Run a notebook in a new kernel and return it."""
    made = nbformat.reads(text, 4)
    resources = {"metadata": {"path": str(common.LESSONS)}}
    return NotebookClient(made, timeout=300, resources=resources).execute()


def work(text: str) -> Callable[[], float]:
    """Return a work that runs a notebook and returns the seconds for it."""
    return lambda: common.seconds(lambda: run(text))


def cold() -> dict[str, tuple[float, float]]:
    """Return the seconds of each lesson and of the floor notebook beside it."""
    floor = common.notebook([common.FLOOR])
    found = {}
    for name, path in lessons().items():
        works = {"floor": work(floor), "lesson": work(path.read_text("utf-8"))}
        medians = common.in_turns(works, ROUNDS)
        found[name] = medians["lesson"], medians["floor"]
    return found


def programs(day: str, *, judged: bool) -> list[common.Row]:
    """Compare programs with those that nobody can do without."""
    sources = {
        "empty": "pass",
        "pandas": "import pandas",
        "both": common.FLOOR,
        "import": "import infosoc",
        "load": LOAD,
        "exhibit": EXHIBIT,
    }
    works = {name: lambda text=text: common.program(text) for name, text in sources.items()}
    found = common.in_turns(works, PROGRAM_ROUNDS)
    most = MOST_TIMES_EXHIBIT if judged else None
    return [
        common.Row(
            f"Import infosoc, beside an empty program ({day})", found["import"], "s", found["empty"]
        ),
        common.Row(
            f"Load a table, beside importing pandas ({day})", found["load"], "s", found["pandas"]
        ),
        common.at_most(
            f"First exhibit, beside importing pandas and plotly ({day})",
            found["exhibit"],
            "s",
            floor=found["both"],
            times=most,
        ),
    ]


def cold_rows() -> list[common.Row]:
    """Judge the lessons: their median, and each."""
    found = cold()
    median = statistics.median(lesson / floor for lesson, floor in found.values())
    made = [
        common.at_most(
            f"Cold lesson {name}", lesson, "s", floor=floor, times=round(MOST_TIMES_WORST, 2)
        )
        for name, (lesson, floor) in found.items()
    ]
    return [
        common.at_most(
            "Cold lessons, median of the ratios", median, "times", most=MOST_TIMES_MEDIAN
        ),
        *made,
    ]


def collection() -> common.Row:
    """Compare strict nbval of all lessons with the kernels that it has to run."""
    words = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider"]
    files = [str(path) for path in lessons().values()]
    kernels = sum(work(path.read_text("utf-8"))() for path in lessons().values())
    nbval = common.seconds(
        lambda: subprocess.run(
            [*words, *files], cwd=common.ROOT, check=True, stdout=subprocess.DEVNULL
        )
    )
    what = "nbval of all lessons, beside the sum of their kernels"
    return common.at_most(what, nbval, "s", floor=kernels, times=MOST_TIMES_NBVAL)


def memory() -> list[common.Row]:
    """Measure the most memory that each lesson's kernel took; return the three largest."""

    def megabytes(text: str) -> float:
        made = nbformat.reads(text, 4)
        made.cells.append(nbformat.v4.new_code_cell(MEMORY))
        taken: str = run(nbformat.writes(made)).cells[-1].outputs[0]["data"]["text/plain"]
        return int(taken) / 1024

    floor = megabytes(common.notebook([common.FLOOR]))
    found = {name: megabytes(path.read_text("utf-8")) for name, path in lessons().items()}
    heaviest = sorted(found, key=lambda name: -found[name])[:3]
    return [common.Row(f"Memory of {name}", found[name], "MB", floor) for name in heaviest]


def rows() -> list[common.Row]:
    """Measure the starts."""
    common.program(EXHIBIT)
    later = programs("compiled", judged=False)
    with common.fresh_start():
        made = [*programs("first day", judged=True), *cold_rows()]
    return [*made, *later, collection(), *(memory() if sys.platform == "linux" else [])]


if __name__ == "__main__":
    sys.exit(common.main(rows))
