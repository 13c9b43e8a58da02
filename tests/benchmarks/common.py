"""What all benchmarks share: rows of results, works that take turns, JupyterLab in Chromium."""

from __future__ import annotations

import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
HARNESS = ROOT / "tests" / "browser" / "conftest.py"
LESSONS = ROOT / "notebooks"
#: What nobody can do without: the least that a lesson with figures imports.
FLOOR = "import pandas\nimport plotly.graph_objects"


@dataclass(frozen=True)
class Row:
    """One figure that was measured, with what it is compared with and its bar."""

    what: str
    figure: float
    unit: str
    floor: float | None = None
    bar: str = ""
    ok: bool = True

    @property
    def ratio(self) -> float | None:
        """How many times the floor it is."""
        return self.figure / self.floor if self.floor else None

    def cells(self) -> list[str]:
        """Return the row as texts for a table."""
        times = "" if self.ratio is None else f"{self.ratio:.2f}"
        floor = "" if self.floor is None else f"{self.floor:,.3g}"
        held = ("yes" if self.ok else "NO") if self.bar else ""
        return [self.what, f"{self.figure:,.4g} {self.unit}", floor, times, self.bar, held]


HEADS = ["What", "Measured", "Floor", "Times the floor", "Bar", "Held"]


def at_most(
    what: str,
    figure: float,
    unit: str,
    *,
    floor: float | None = None,
    most: float | None = None,
    times: float | None = None,
) -> Row:
    """Judge a figure: at most so much, and at most so many times its floor."""
    bars = [f"{most:g} {unit}"] if most is not None else []
    ok = most is None or figure <= most
    if times is not None and floor:
        bars.append(f"{times:g} times")
        ok = ok and figure <= times * floor
    return Row(what, figure, unit, floor, " and ".join(bars), ok)


def in_turns(works: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Return the median of what each work returns.

    The works take turns, so that a busy moment of the machine falls on all of them.
    """
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            found[name].append(work())
    return {name: statistics.median(values) for name, values in found.items()}


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds that a work takes by the clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@contextmanager
def fresh_start() -> Iterator[None]:
    """Let every Python started meanwhile compile what it imports, as on the first day.

    Floor and lesson are then measured alike, whether or not this machine keeps compiled files.
    """
    before = dict(os.environ)
    os.environ |= {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": tempfile.mkdtemp()}
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def program(source: str) -> float:
    """Return the seconds that a Python program takes, its start included."""
    words = [sys.executable, "-c", source]
    return seconds(lambda: subprocess.run(words, check=True, stdout=subprocess.DEVNULL))


def notebook(cells: Iterable[str]) -> str:
    """Return a notebook with these code cells."""
    made = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": {},
            "source": source,
            "outputs": [],
            "execution_count": None,
        }
        for number, source in enumerate(cells)
    ]
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": kernel, "cells": made})


def harness() -> ModuleType:
    """Return the functions with which the browser tests start JupyterLab and Chromium."""
    spec = importlib.util.spec_from_file_location("browser_harness", HARNESS)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@contextmanager
def in_jupyterlab(cells: Iterable[str]) -> Iterator[Page]:
    """Open a notebook with these cells in JupyterLab in Chromium, and run it."""
    lib = harness()
    home = Path(tempfile.mkdtemp())
    lessons = home / "course" / "notebooks"
    lessons.mkdir(parents=True)
    (lessons / "bench.ipynb").write_text(notebook(cells), "utf-8")
    port = lib.free_port()
    server = lib.start(home, port)
    try:
        lib.wait_until_up(server, port)
        with sync_playwright() as playwright:
            path = lib.browser_path()
            browser = playwright.chromium.launch(executable_path=path, args=lib.FLAGS)
            page = browser.new_page(viewport={"width": 1300, "height": 900})
            visit = lib.Visit(page, lib.Lab(f"http://127.0.0.1:{port}", lessons))
            visit.open("bench.ipynb")
            visit.run_all()
            page.wait_for_timeout(2000)
            yield page
            browser.close()
    finally:
        server.terminate()
        server.wait(timeout=30)


def markdown(rows: Iterable[Row]) -> str:
    """Return rows as a table in Markdown."""
    lines = [HEADS, ["---"] * len(HEADS), *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main(rows: Callable[[], list[Row]], *_: Any) -> int:
    """Measure, print and judge; the result is 1 when a bar is missed."""
    found = rows()
    print(markdown(found))
    return int(not all(row.ok for row in found))
