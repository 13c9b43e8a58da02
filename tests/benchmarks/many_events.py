"""How long does a reader's file of 10,000 events take, beside one of 18?

It reads both files, draws them, and opens the saved pages in Chromium. The
bars: 10,000 events are on the screen within two seconds of
opening the page and within four times the time of 18 events, reading and drawing them in Python
takes less than two seconds, and a step of moving the picture takes at most a tenth of a second.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

import common
import pandas as pd
from playwright.sync_api import sync_playwright

import infosoc

COUNTS = (18, 10_000)
ROUNDS = 5
STEPS = 20
MOST_SECONDS = 2.0
MOST_TIMES = 4.0
MOST_STEP = 100
#: Drawing alone; the cost grows no faster than the number of events. A file may have 50,000.
GROWING = (100, 1_000, 10_000, 100_000)

#: Resolves when the figure stands on the page, with the milliseconds since the page was asked for.
DRAWN = """() => new Promise((done) => {
  const look = () => document.querySelector('#figure .point')
    ? requestAnimationFrame(() => done(performance.now())) : requestAnimationFrame(look);
  look();
})"""
#: Moves the picture by a hundredth of its years and waits for the next frame.
STEP = """() => new Promise((done) => {
  const figure = document.getElementById('figure');
  const [from, to] = figure.layout.xaxis.range.map((day) => new Date(day).getTime());
  const by = (to - from) / 100;
  const start = performance.now();
  Plotly.relayout(figure, { 'xaxis.range': [from + by, to + by] }).then(() =>
    requestAnimationFrame(() => done(performance.now() - start)));
})"""


def write(folder: Path, count: int) -> Path:
    """Write a file with so many events over 36 years."""
    path = folder / f"{count}.csv"
    lines = (f"Event {n},{1990 + n % 36}-{n % 12 + 1:02d}-{n % 28 + 1:02d}" for n in range(count))
    path.write_text("\n".join(["title,date_start", *lines]), "utf-8")
    return path


def in_python(path: Path) -> tuple[Path, float]:
    """Read, draw and save a file; return the page and the seconds for reading and drawing."""
    start = time.perf_counter()
    exhibit = infosoc.plot.timeline(infosoc.read_events(path), title="Many events")
    exhibit.bundle()
    seconds = time.perf_counter() - start
    return exhibit.save(path.with_suffix(".html")), seconds


def drawing(events: pd.DataFrame) -> float:
    """Return the seconds for drawing events."""
    return common.seconds(lambda: infosoc.plot.timeline(events, title="Many events").bundle())


def growth(folder: Path) -> list[common.Row]:
    """Draw ever more events; ten times as many may cost ten times as much."""
    once = infosoc.read_events(write(folder, max(COUNTS)))
    every = pd.concat([once] * (max(GROWING) // len(once)), ignore_index=True)
    works = {str(count): lambda count=count: drawing(every.head(count)) for count in GROWING}
    medians = common.in_turns(works, 3)
    found = [medians[str(count)] for count in GROWING]
    rows = []
    for number, (count, taken) in enumerate(zip(GROWING, found, strict=True)):
        most = MOST_SECONDS if count == max(COUNTS) else None
        floor, times = (found[number - 1], count / GROWING[number - 1]) if number else (None, None)
        what = f"Draw {count:,} events, beside a tenth of them"
        rows.append(common.at_most(what, taken, "s", floor=floor, times=times, most=most))
    return rows


def rows() -> list[common.Row]:
    """Measure in Python and on the screen."""
    lib = common.harness()
    folder = Path(tempfile.mkdtemp())
    infosoc.load("events")  # pandas and the tables are loaded before the clock starts
    infosoc.plot.timeline(infosoc.load("events"), title="Warm")
    made = {count: in_python(write(folder, count)) for count in COUNTS}
    shown: dict[int, list[float]] = {count: [] for count in COUNTS}
    steps: dict[int, list[float]] = {count: [] for count in COUNTS}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=lib.browser_path(), args=lib.FLAGS)
        for _ in range(ROUNDS):
            # The pages take turns, so that a busy moment of the machine falls on both.
            for count, (page_file, _seconds) in made.items():
                page = browser.new_page(viewport={"width": 1300, "height": 900})
                page.goto(page_file.as_uri(), wait_until="commit")
                shown[count].append(page.evaluate(DRAWN) / 1e3)
                page.wait_for_timeout(500)
                steps[count] += [page.evaluate(STEP) for _ in range(STEPS // ROUNDS)]
                page.close()
        browser.close()
    few, many = COUNTS
    read = f"Read a file of {many:,} events and draw them"
    drawn = {count: statistics.median(times) for count, times in shown.items()}
    moved = {count: statistics.median(times) for count, times in steps.items()}
    what = f"{many:,} events on the screen, beside {few}"
    step = f"One step of moving {many:,} events, beside {few}"
    return [
        *growth(folder),
        common.at_most(read, made[many][1], "s", most=MOST_SECONDS),
        common.at_most(
            what, drawn[many], "s", floor=drawn[few], most=MOST_SECONDS, times=MOST_TIMES
        ),
        common.at_most(step, moved[many], "ms", floor=moved[few], most=MOST_STEP),
    ]


if __name__ == "__main__":
    sys.exit(common.main(rows))
