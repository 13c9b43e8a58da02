"""Where plotly cannot draw, every figure still stands there as a picture with a text."""

import base64
import html
import json
import re
import sys
from pathlib import Path

import nbformat
import pytest
from nbconvert import HTMLExporter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import compact_notebook  # noqa: E402
import draw_pictures  # noqa: E402

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def outputs(path):
    return draw_pictures.outputs(nbformat.read(path, as_version=4))


@each_notebook
def test_each_figure_has_its_own_picture(path):
    for output in outputs(path):
        sign = draw_pictures.fingerprint(output.data[draw_pictures.PLOTLY])
        assert output.metadata.get("drawn_from") == sign, "draw it anew with: make notebooks"
        kept = draw_pictures.picture_sign(output.data["image/png"])
        assert output.metadata.get("picture") == kept, "save it anew with: make notebooks"
        assert base64.b64decode(output.data["image/png"]).startswith(SIGNATURE)
        assert output.metadata["image/png"]["alt"] == output.data["text/plain"]


@each_notebook
def test_a_viewer_without_plotly_shows_a_picture_for_each_figure(path):
    page, _ = HTMLExporter(template_name="basic").from_filename(str(path))
    alts = [
        html.unescape(text)
        for text in re.findall(r'<img[^>]*alt="([^"]*)"[^>]*src="data:image/png', page)
        + re.findall(r'<img[^>]*src="data:image/png[^>]*alt="([^"]*)"', page)
    ]
    assert alts == [" ".join(output.data["text/plain"].split()) for output in outputs(path)]


@each_notebook
def test_it_is_saved_in_the_compact_form(path):
    text = path.read_text("utf-8")
    assert text == compact_notebook.write(nbformat.reads(text, as_version=4))


def test_a_picture_is_kept_as_long_as_its_figure_is_the_same():
    figure = {"data": [{"type": "bar", "y": [1, 2]}], "layout": {"height": 100}}

    class Camera:
        asked = 0

        def picture(self, _figure):
            self.asked += 1
            return f"picture {self.asked}".encode()

    def notebook(figure):
        data = {draw_pictures.PLOTLY: figure, "text/plain": "Two bars."}
        output = nbformat.v4.new_output("display_data", data)
        return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(outputs=[output])])

    camera, first = Camera(), notebook(figure)
    draw_pictures.add_pictures(first, camera, known=notebook(figure))
    again = notebook(json.loads(json.dumps(figure)))
    draw_pictures.add_pictures(again, camera, known=first)
    assert camera.asked == 1
    assert again.cells[0].outputs[0].data["image/png"] == base64.b64encode(b"picture 1").decode()

    changed = notebook({**figure, "layout": {"height": 200}})
    draw_pictures.add_pictures(changed, camera, known=first)
    assert camera.asked == 2
