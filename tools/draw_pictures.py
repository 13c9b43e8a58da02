"""Put a still picture beside each figure of a lesson.

GitHub, mail programs and e-readers show notebooks but do not draw plotly figures. They find a PNG
in the same output. It is small, its alternative text is the figure's own sentence, and it is
drawn anew only when the figure has changed.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import shutil
from itertools import starmap
from pathlib import Path
from typing import Any

import nbformat
import plotly
import zopfli.png
from PIL import Image
from playwright.sync_api import sync_playwright

from infosoc.plot import style

PLOTLY, PNG = "application/vnd.plotly.v1+json", "image/png"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SCRIPT = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
#: The picture is drawn as wide as a notebook on a small screen, and a little smaller.
WIDTH, SCALE = 640, 0.7
#: So many colours are enough for a chart with even areas.
MOST_COLORS = 16
#: A colour that fills this share of the picture, or so many points of a mark, is no mere shade.
AREA, SMALLEST = 0.004, 20
#: Colours nearer to one another than this become one.
AREAS_APART, SHADES_APART = 12, 110
MARK_COLORS = {tuple(bytes.fromhex(mark.color[1:])) for mark in style.MARKS}
DRAW = """([figure, width, scale]) => Plotly.toImage(figure,
  {format: 'png', width: width, height: figure.layout.height, scale: scale})"""


class Camera:
    """A browser that turns plotly figures into small PNG files; started when first needed."""

    def __enter__(self) -> Camera:
        self._playwright = self._browser = self._page = None
        return self

    def __exit__(self, *_: object) -> None:
        if self._browser:
            self._browser.close()
            self._playwright.stop()

    def _start(self) -> None:
        program = os.environ.get("INFOSOC_CHROMIUM") or next(
            filter(None, map(shutil.which, BROWSERS)), None
        )
        if not program:
            raise SystemExit(
                "No Chromium or Chrome found to draw the pictures of the lessons. "
                "Install one, or name its program in INFOSOC_CHROMIUM."
            )
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=program, args=FLAGS)
        self._page = self._browser.new_page()
        self._page.add_script_tag(path=str(SCRIPT))

    def picture(self, figure: dict[str, Any]) -> bytes:
        """Return a figure as a PNG file."""
        if not self._page:
            self._start()
        address = self._page.evaluate(DRAW, [figure, WIDTH, SCALE])
        return small(base64.b64decode(address.split(",", 1)[1]))


def small(png: bytes) -> bytes:
    """Return a PNG with few colours, packed as tightly as possible."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    few = image.quantize(palette=_palette(image), dither=Image.Dither.NONE)
    written = io.BytesIO()
    few.save(written, "PNG", optimize=True)
    return zopfli.png.optimize(written.getvalue())


def _palette(image: Image.Image) -> Image.Image:
    """Return the colours of areas and marks, and few of the shades that soften letters."""
    total = image.width * image.height
    chosen = [(255, 255, 255)]
    for count, color in sorted(image.getcolors(total), reverse=True):
        is_area = count > AREA * total or (color in MARK_COLORS and count > SMALLEST)
        apart = AREAS_APART if is_area else SHADES_APART
        if len(chosen) < MOST_COLORS and all(_distance(color, one) > apart for one in chosen):
            chosen.append(color)
    flat = [part for color in chosen for part in color]
    palette = Image.new("P", (1, 1))
    palette.putpalette(flat + flat[:3] * (256 - len(chosen)))
    return palette


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    return sum(starmap(lambda a, b: (a - b) ** 2, zip(one, other, strict=True))) ** 0.5


def fingerprint(figure: dict[str, Any]) -> str:
    """Return a short sign of a figure and of how it is drawn: the same sign, the same picture."""
    drawn = [figure, WIDTH, SCALE, MOST_COLORS, AREAS_APART, SHADES_APART]
    text = json.dumps(drawn, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return _sign(text)


def picture_sign(png: str) -> str:
    """Return a short sign of a saved picture, so that no other one takes its place unseen."""
    return _sign("".join(png.split()))


def _sign(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def outputs(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    """Return the outputs of a notebook that hold a plotly figure."""
    return [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if PLOTLY in output.get("data", {})
    ]


def add_pictures(
    notebook: nbformat.NotebookNode, camera: Camera, known: nbformat.NotebookNode
) -> None:
    """Give each figure its picture: the one it had, or a new one where the figure has changed.

    Parameters
    ----------
    notebook
        A notebook that has just run; it is changed.
    camera
        Draws what is new.
    known
        The notebook as it was saved before.
    """
    drawn = {
        output.metadata["drawn_from"]: output.data[PNG]
        for output in outputs(known)
        if "drawn_from" in output.metadata and PNG in output.data
    }
    for output in outputs(notebook):
        figure = output.data[PLOTLY]
        sign = fingerprint(figure)
        if sign not in drawn:
            drawn[sign] = base64.b64encode(camera.picture(figure)).decode("ascii")
        output.data[PNG] = drawn[sign]
        output.metadata["drawn_from"] = sign
        output.metadata["picture"] = picture_sign(drawn[sign])
        output.metadata[PNG] = {"alt": "".join(output.data["text/plain"])}
