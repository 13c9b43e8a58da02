"""How long does a change of a control take until the figure is redrawn, in a real browser?

Run with ``make bench``. It opens JupyterLab in Chromium, switches a topic of the whole timeline
on and off, and waits each time until plotly has drawn. The same is done with a control that only
changes a text: an empty round trip to Python and back. It ends with an error when a bar is missed:
the median is at most 100 ms and at most 2.5 times the empty round trip. A figure with nothing in
it shows how much of that plotly itself needs.
"""

from __future__ import annotations

import importlib.util
import json
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

HARNESS = Path(__file__).resolve().parents[1] / "browser" / "conftest.py"
CHANGES = 20
MOST_MILLISECONDS = 100
MOST_ROUND_TRIPS = 2.5

CELLS = [
    'import infosoc\n\ninfosoc.explore.timeline(infosoc.load("events"))',
    """\
import ipywidgets as widgets
import plotly.graph_objects as go

from infosoc.explore.figure_widget import LiveFigure

empty, figure = widgets.Checkbox(description="empty"), LiveFigure(go.Figure())
empty.observe(lambda change: figure.redraw([], {"title": {"text": str(change.new)}}), "value")
widgets.VBox([empty, figure])""",
    """\
import ipywidgets as widgets

ping, pong = widgets.Checkbox(description="ping"), widgets.HTML(value="<i class='pong'>0</i>")
ping.observe(lambda change: setattr(pong, "value", f"<i class='pong'>{change.new}</i>"), "value")
widgets.VBox([ping, pong])""",
]

#: Click the checkbox with this name and return the milliseconds until the event or change.
REDRAW = """(name) => new Promise((done) => {
  const box = [...document.querySelectorAll('input[type=checkbox]')].find(
    (one) => one.closest('label')?.textContent.trim() === name);
  const figure = box.closest('.jp-OutputArea-output').querySelector('.js-plotly-plot');
  const start = performance.now();
  const drawn = () => {
    figure.removeListener('plotly_afterplot', drawn);
    done(performance.now() - start);
  };
  figure.on('plotly_afterplot', drawn);
  box.click();
})"""
ROUND_TRIP = """() => new Promise((done) => {
  const box = [...document.querySelectorAll('input[type=checkbox]')].find(
    (one) => one.closest('label')?.textContent.trim() === 'ping');
  const place = document.querySelector('.pong').closest('.widget-html');
  const start = performance.now();
  const watch = new MutationObserver(() => {
    watch.disconnect();
    done(performance.now() - start);
  });
  watch.observe(place, { childList: true, subtree: true, characterData: true });
  box.click();
})"""


def harness():
    """Return the functions with which the browser tests start JupyterLab and Chromium."""
    spec = importlib.util.spec_from_file_location("browser_harness", HARNESS)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def notebook() -> str:
    """Return the notebook that is measured."""
    cells = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": {},
            "source": source,
            "outputs": [],
            "execution_count": None,
        }
        for number, source in enumerate(CELLS)
    ]
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": kernel, "cells": cells})


def measure(page) -> dict[str, float]:
    """Return the median milliseconds of each kind of change, measured in turns."""
    asked = {
        "redraw": (REDRAW, "World Summit"),
        "empty figure": (REDRAW, "empty"),
        "round trip": (ROUND_TRIP, None),
    }
    found: dict[str, list[float]] = {name: [] for name in asked}
    for _ in range(CHANGES):
        for name, script in asked.items():
            found[name].append(page.evaluate(*script))
            page.wait_for_timeout(250)
    return {name: statistics.median(times) for name, times in found.items()}


def main() -> int:
    """Measure, print and judge."""
    lib = harness()
    home = Path(tempfile.mkdtemp())
    lessons = home / "course" / "notebooks"
    lessons.mkdir(parents=True)
    (lessons / "redraw.ipynb").write_text(notebook(), "utf-8")
    port = lib.free_port()
    server = lib.start(home, port)
    try:
        lib.wait_until_up(server, port)
        with sync_playwright() as playwright:
            path = lib.browser_path()
            browser = playwright.chromium.launch(executable_path=path, args=lib.FLAGS)
            page = browser.new_page(viewport={"width": 1300, "height": 900})
            visit = lib.Visit(page, lib.Lab(f"http://127.0.0.1:{port}", lessons))
            visit.open("redraw.ipynb")
            visit.run_all()
            page.wait_for_timeout(2000)
            found = measure(page)
            browser.close()
    finally:
        server.terminate()
        server.wait(timeout=30)
    redraw, trip = found["redraw"], found["round trip"]
    print(f"Change to redrawn figure: {redraw:.0f} ms (median of {CHANGES}, bar 100 ms).")
    print(f"The same with an empty figure: {found['empty figure']:.0f} ms.")
    print(f"Empty round trip: {trip:.0f} ms; redraw takes {redraw / trip:.1f} of them (bar 2.5).")
    return int(redraw > MOST_MILLISECONDS or redraw > MOST_ROUND_TRIPS * trip)


if __name__ == "__main__":
    sys.exit(main())
