"""A real JupyterLab on loopback and a real Chromium that may talk to nobody else."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright
from playwright.sync_api import TimeoutError as TooLate

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "course"
START_SECONDS = 180
#: How long a test waits for what must come, in milliseconds. No test waits a fixed time instead: a
#: quick machine goes on at once, and a slow one is not taken for a fault.
PATIENCE = 120_000
#: anywidget complains so when a script has not started within two seconds. Our widgets start all
#: the same; test_late_start.py holds that.
LATE = "[anywidget] Failed to initialize model."
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # Without these the browser itself looks up hosts of its maker.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def browser_path() -> str:
    """Return the browser's program; a missing browser is a failure, never a skip."""
    named = os.environ.get("INFOSOC_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        pytest.fail(
            "No Chromium or Chrome found. Install one, or name its program in INFOSOC_CHROMIUM."
        )
    return found


@dataclass
class Lab:
    """A JupyterLab that serves a copy of the lessons."""

    url: str
    folder: Path


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    home = tmp_path_factory.mktemp("lab")
    lessons = home / "course" / "notebooks"
    shutil.copytree(ROOT / "notebooks", lessons, ignore=shutil.ignore_patterns(".ipynb_check*"))
    port = free_port()
    server = start(home, port)
    try:
        wait_until_up(server, port)
        yield Lab(f"http://127.0.0.1:{port}", lessons)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(home: Path, port: int) -> subprocess.Popen:
    settings = home / "settings" / "@jupyterlab" / "notebook-extension"
    settings.mkdir(parents=True)
    # All cells stand on the page at once, so that every output can be looked at.
    (settings / "tracker.jupyterlab-settings").write_text('{"windowingMode": "none"}', "utf-8")
    places = {
        "HOME": home,
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_DATA_DIR": home / "data",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": home / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
        "IPYTHONDIR": home / "ipython",
        # What is answered in the browser must not show in a lesson that nbval runs later.
        "INFOSOC_PROGRESS": home / "progress.json",
    }
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--config={ROOT / 'tools' / 'jupyterlab' / 'jupyter_lab_config.py'}",
        "--no-browser",
        "--allow-root",
        f"--port={port}",
        "--ip=127.0.0.1",
        f"--IdentityProvider.token={TOKEN}",
        "--LabApp.expose_app_in_browser=True",
        f"--ServerApp.root_dir={home / 'course'}",
    ]
    with (home / "server.log").open("w") as log:
        return subprocess.Popen(
            command,
            env={**os.environ, **{name: str(path) for name, path in places.items()}},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def wait_until_up(server: subprocess.Popen, port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            pytest.fail("JupyterLab ended while it was starting.")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/api?token={TOKEN}", timeout=5)
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
    pytest.fail(f"JupyterLab did not start within {START_SECONDS} seconds.")


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page with what it asked for outside and what it complained about."""

    page: Page
    lab: Lab
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def complain(self, text: str) -> None:
        """Note what the page complains about."""
        if text != LATE:
            self.complaints.append(text)

    def open(self, name: str) -> None:
        """Open a lesson and wait until it stands there."""
        address = f"{self.lab.url}/lab/workspaces/test-{time.monotonic_ns()}/tree/notebooks/{name}"
        self.page.goto(f"{address}?token={TOKEN}&reset")
        self.page.wait_for_selector(".jp-Notebook .jp-Cell")
        self.page.wait_for_function(KERNEL_IDLE)
        # The list of files takes 250 pixels; a reader on a narrow screen closes it.
        self.page.evaluate("window.jupyterapp.shell.collapseLeft()")

    def run_all(self) -> None:
        """Run every cell, as the menu does, and wait until the last one is done."""
        self.page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        self.page.wait_for_function(ALL_DONE)
        assert self.faults() == []

    def resize(self, width: int, height: int) -> list[str]:
        """Change the size of the window and return what is wrong with the page in the end."""
        self.page.set_viewport_size({"width": width, "height": height})
        return self.faults()

    def faults(self) -> list[str]:
        """Wait until every figure is drawn as wide as its place; return what is wrong in the end.

        Right is a page that stays right for a while: figures are drawn again some time after the
        window has changed, and one that vanishes then is a fault.
        """
        self.page.evaluate("() => { window.calm = undefined; }")
        try:
            self.page.wait_for_function(STAYS_RIGHT)
        except TooLate:
            return self.page.evaluate(FAULTS) or ["The page does not come to rest."]
        return []

    def show_whole(self) -> list[str]:
        """Make the window as high as the lesson and return what is wrong with the page then.

        Of what is scrolled out of sight, axe does not measure the colours; and JupyterLab's body
        has no height, so that axe would take all that is in it for hidden.
        """
        self.page.add_style_tag(content="body { height: 100vh }")
        return self.resize(1300, self.page.evaluate(HEIGHT) + 400)

    def axe(self) -> tuple[list, int]:
        """Return what axe finds wrong in our outputs, and of how many parts it measured colours.

        The figures are plotly's; each has its sentence and its table beside it.
        """
        context = {"include": [[".jp-OutputArea-output"]], "exclude": [[".js-plotly-plot"]]}
        # Without "preload" axe does not ask for style sheets.
        options = {
            "rules": {rule: {"enabled": False} for rule in PAGE_RULES},
            "resultTypes": ["violations", "passes"],
            "preload": False,
        }
        found = Axe().run(self.page, context=context, options=options).response
        faults = [
            (fault["id"], node["html"][:200], node["failureSummary"])
            for fault in found["violations"]
            for node in fault["nodes"]
        ]
        measured = [
            node
            for one in found["passes"]
            if one["id"] == "color-contrast"
            for node in one["nodes"]
            if "sufficient color contrast" in str(node["any"])
        ]
        return faults, len(measured)

    def outputs(self) -> list[dict]:
        """Return the outputs of all code cells, as the notebook model holds them."""
        return self.page.evaluate(OUTPUTS)


@dataclass
class Keys:
    """A reader who has a keyboard and nothing else."""

    page: Page

    def begin(self, cell: int = 0) -> None:
        """Select a cell, as when a reader comes from the text above."""
        self.page.evaluate(BEGIN, cell)

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Write in the place of what stands in the field."""
        self.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def focused(self) -> dict:
        """Return name and role of what has the focus, and whether it stands in an output."""
        return self.page.evaluate(FOCUSED)

    def tab_to(
        self, name: str, key: str = "Tab", most: int = 80, *, inside: bool = True, role: str = ""
    ) -> None:
        """Press Tab until the focus is on a control; to reach it is part of the test.

        The control stands in an output, or for ``inside=False`` around one, as a cell does. With
        a role, other controls of that name are passed by.
        """
        seen = []
        for _ in range(most):
            self.press(key)
            now = self.focused()
            if now["inside"] is inside and name in now["name"] and role in ("", now["role"]):
                return
            seen.append(now["name"][:30])
        pytest.fail(f"{most} times {key} did not reach {name!r}, but {seen}")

    def walk(self) -> dict:
        """Go with Tab from the first cell through the last; open what is folded on the way.

        Returns the names of controls in outputs: those reached, those missed, and those on which
        the focus cannot be seen. A focus that is caught or goes in circles ends the test.
        """
        self.page.evaluate(WALK)
        self.begin()
        opens = itertools.cycle(["Enter", "Space"])
        for _ in range(MOST_STOPS):
            self.press("Tab")
            now = self.page.evaluate("window.walk.step()")
            if now["what"] == "left":
                return self.page.evaluate("window.walk.end()")
            if now["what"] in {"stays", "again"}:
                pytest.fail(f"Tab does not lead on from {now['name']!r}: {now['what']}")
            if now["what"] == "folded":
                key = next(opens)
                self.press(key)
                assert self.page.evaluate("window.walk.opened()"), (key, now["name"])
        pytest.fail(f"{MOST_STOPS} times Tab did not lead out of the lesson.")

    def hear(self, text: str) -> None:
        """Wait until a line that is read aloud says so."""
        self.page.locator("[role=status]", has_text=text).first.wait_for()

    def used_a_mouse(self) -> bool:
        return self.page.evaluate("window.mouse > 0")


#: Rules about a whole page, which is JupyterLab's.
PAGE_RULES = ["region", "page-has-heading-one", "heading-order", "landmark-one-main"]
#: How often a reader presses Tab in a lesson at the most.
MOST_STOPS = 3_000
WALK = (Path(__file__).parent / "walk.js").read_text("utf-8")
HEIGHT = """() => Math.max(...[...document.querySelectorAll(
  '.jp-Notebook, .jp-WindowedPanel-outer, .jp-WindowedPanel-inner')]
  .map((part) => part.scrollHeight))"""
PANEL = "window.jupyterapp.shell.currentWidget"
KERNEL_IDLE = f"() => {PANEL}?.sessionContext?.session?.kernel?.status === 'idle'"
ALL_DONE = f"""() => {{
  const panel = {PANEL};
  const cells = [...panel.content.model.cells].filter(
    (cell) => cell.type === 'code' && cell.sharedModel.getSource().trim());
  const failed = cells.some(
    (cell) => cell.outputs.toJSON().some((output) => output.output_type === 'error'));
  const done = cells.every(
    (cell) => cell.executionState === 'idle' && cell.executionCount !== null);
  return (done || failed) && panel.sessionContext.session.kernel.status === 'idle';
}}"""
BEGIN = f"""(cell) => {{
  const notebook = {PANEL}.content;
  notebook.activeCellIndex = cell;
  notebook.activate();
  if (window.mouse === undefined) {{
    window.mouse = 0;
    // What the keyboard does to a button is a click too, but one without a pointer.
    for (const event of ['mousedown', 'pointerdown', 'touchstart'])
      document.addEventListener(event, () => {{ window.mouse += 1; }}, true);
  }}
}}"""
FOCUSED = """() => {
  const node = document.activeElement;
  return {
    inside: Boolean(node.closest('.jp-OutputArea-output')),
    role: node.getAttribute('role') ?? node.localName,
    name: (node.getAttribute('aria-label') || [...(node.labels ?? [])]
      .map((label) => label.textContent).join(' ').trim() || node.textContent
      || node.placeholder || '').trim(),
  };
}"""
FAULTS = """() => {
  // Explorers draw hundreds of marks as strokes.
  const MARKS =
    '.point, .textpoint, .js-line, .hm image, .slice path, .infosoc-strokes path';
  const nothing = (trace) => trace.visible === false
    || (Array.isArray(trace.y) && trace.y.every((figure) => figure === null));
  const faults = [];
  const say = (node, what) => faults.push(
    what + ': ' + (node.getAttribute('aria-label') ?? node.textContent).trim().slice(0, 80));
  for (const figure of document.querySelectorAll(
    '.js-plotly-plot, .jp-RenderedPlotly, .widget-vbox div[role=img]')) {
    // A desk keeps its figure away until there is something to draw.
    if (figure.closest('.widget-vbox') && !figure.checkVisibility()) continue;
    const drawn = figure.querySelector('.main-svg')?.getBoundingClientRect();
    const width = figure.clientWidth;
    // The title of a live figure stands above it as text of the page.
    const title = figure.previousElementSibling?.matches('.infosoc-title')
      ? figure.previousElementSibling.offsetHeight : 0;
    if (!drawn) say(figure, 'figure not drawn');
    else if (Math.abs(drawn.width - width) > 1)
      say(figure, 'figure ' + drawn.width + ' wide in a place of ' + width);
    else if (drawn.width < 300 || Math.min(drawn.height, figure.clientHeight) + title < 100)
      say(figure, 'figure of ' + drawn.width + ' by ' + drawn.height);
    // A figure that is given nothing to draw has no marks; plotly keeps what it is given in data.
    else if (!figure.data?.every(nothing) && !figure.querySelector(MARKS))
      say(figure, 'figure without marks');
  }
  for (const area of document.querySelectorAll('.jp-OutputArea-output')) {
    if (/^(Loading|Error displaying) widget/.test(area.textContent.trim()))
      say(area, 'widget not shown');
    // When much is enlarged, a wide table may scroll within its own place.
    const table = window.innerWidth < 800 && getComputedStyle(area).overflowX === 'auto'
      && [...area.querySelectorAll('table')].some((one) => one.scrollWidth > area.clientWidth);
    if (area.scrollWidth > area.clientWidth + 2 && !table)
      say(area, 'output ' + area.scrollWidth + ' wide in a page of ' + area.clientWidth);
  }
  return faults;
}"""
#: Looked at in every frame: true when there was no fault in 40 frames and a second. On a page that
#: is busy drawing, frames are few, so that a slow machine is watched for longer.
STAYS_RIGHT = f"""() => {{
  const right = ({FAULTS})().length === 0;
  const now = performance.now();
  const calm = right ? window.calm ?? {{ since: now, frames: 0 }} : undefined;
  if (calm) calm.frames += 1;
  const done = Boolean(calm) && calm.frames > 40 && now - calm.since > 1000;
  window.calm = done ? undefined : calm;
  return done;
}}"""
OUTPUTS = f"""() => [...{PANEL}.content.model.cells]
  .filter((cell) => cell.type === 'code')
  .flatMap((cell, number) => {{
    const outputs = cell.outputs.toJSON();
    return outputs.map((output) => ({{...output, cell: number + 1}}));
  }})"""


@pytest.fixture
def visit(chromium, lab):
    context = chromium.new_context(viewport={"width": 1300, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    found = Visit(page, lab)

    def guard(route):
        address = route.request.url
        if address.startswith((lab.url, "data:", "blob:", "about:")):
            route.continue_()
        else:
            found.outside.append(address)
            route.abort()

    context.route("**/*", guard)
    page.on("pageerror", lambda error: found.complain(str(error)))
    yield found
    context.close()


@pytest.fixture
def notebook(lab):
    """Write a notebook with these code cells among the lessons and return its name."""

    def write(name: str, cells: list[str], text: str = "") -> str:
        kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
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
        if text:
            made.insert(0, {"cell_type": "markdown", "id": "t", "metadata": {}, "source": text})
        content = {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {"kernelspec": kernel},
            "cells": made,
        }
        (lab.folder / name).write_text(json.dumps(content), "utf-8")
        return name

    return write


@pytest.fixture
def keys(visit):
    return Keys(visit.page)


@pytest.fixture
def visit_page(chromium):
    """Open a file with every request but the one for the file refused."""
    context = chromium.new_context(viewport={"width": 1300, "height": 900}, accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    outside, complaints = [], []

    def only_files(route):
        if route.request.url.startswith(("file:", "data:", "blob:")):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    def open_file(path):
        page = context.new_page()
        page.route("**/*", only_files)
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path.as_uri())
        return page

    yield open_file, outside, complaints
    context.close()
