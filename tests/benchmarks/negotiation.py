"""How long does it take to score all packages, and to redraw the table after one toggle?

Run with ``make bench``. All 4,096 packages have to be scored in at most 0.2 seconds. Then it opens
JupyterLab in Chromium, switches one paragraph between two options, and waits each time until both
figures are drawn: at most 100 ms in the median. An empty round trip to Python and back is measured
beside it. It ends with an error when a bar is missed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

import redraw
from playwright.sync_api import sync_playwright

from infosoc import negotiate

ROUNDS = 25
MOST_SECONDS = 0.2
CELLS = ["import infosoc\n\ninfosoc.learn.negotiation()", redraw.CELLS[2]]
#: Press the option of the forum that begins so, and return the milliseconds until both figures
#: are drawn.
TOGGLE = """(start) => new Promise((done) => {
  const button = [...document.querySelectorAll('.widget-toggle-buttons button')].find(
    (one) => one.textContent.trim().startsWith(start));
  const figures = [...button.closest('.jp-OutputArea-output').querySelectorAll('.js-plotly-plot')];
  const began = performance.now();
  let waiting = figures.length;
  for (const figure of figures) {
    const drawn = () => {
      figure.removeListener('plotly_afterplot', drawn);
      waiting -= 1;
      if (waiting === 0) done(performance.now() - began);
    };
    figure.on('plotly_afterplot', drawn);
  }
  button.click();
})"""
OPTIONS = ("A: A permanent UN forum", "B: No new body")


def scoring() -> float:
    """Return the median seconds in which all packages are scored, ranked and compared."""
    negotiate.game()
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        negotiate.packages()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def toggling() -> dict[str, float]:
    """Return the median milliseconds of a toggle and of an empty round trip."""
    lib = redraw.harness()
    home = Path(tempfile.mkdtemp())
    lessons = home / "course" / "notebooks"
    lessons.mkdir(parents=True)
    redraw.CELLS = CELLS
    (lessons / "toggle.ipynb").write_text(redraw.notebook(), "utf-8")
    port = lib.free_port()
    server = lib.start(home, port)
    found: dict[str, list[float]] = {"toggle": [], "round trip": []}
    try:
        lib.wait_until_up(server, port)
        with sync_playwright() as playwright:
            path = lib.browser_path()
            browser = playwright.chromium.launch(executable_path=path, args=lib.FLAGS)
            page = browser.new_page(viewport={"width": 1300, "height": 900})
            visit = lib.Visit(page, lib.Lab(f"http://127.0.0.1:{port}", lessons))
            visit.open("toggle.ipynb")
            visit.run_all()
            page.wait_for_timeout(2000)
            for number in range(redraw.CHANGES):
                found["toggle"].append(page.evaluate(TOGGLE, OPTIONS[number % 2]))
                page.wait_for_timeout(250)
                found["round trip"].append(page.evaluate(redraw.ROUND_TRIP))
                page.wait_for_timeout(250)
            browser.close()
    finally:
        server.terminate()
        server.wait(timeout=30)
    return {name: statistics.median(times) for name, times in found.items()}


def main() -> int:
    """Measure, print and judge."""
    seconds = scoring()
    print(f"All {4**6:,} packages: {seconds * 1e3:.1f} ms (bar {MOST_SECONDS * 1e3:.0f} ms).")
    found = toggling()
    toggle, trip = found["toggle"], found["round trip"]
    bar = redraw.MOST_MILLISECONDS
    print(f"One toggle to two redrawn figures: {toggle:.0f} ms (bar {bar} ms).")
    print(f"Empty round trip: {trip:.0f} ms; a toggle takes {toggle / trip:.1f} of them.")
    return int(seconds > MOST_SECONDS or toggle > bar)


if __name__ == "__main__":
    sys.exit(main())
