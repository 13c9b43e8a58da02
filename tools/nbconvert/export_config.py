"""Lessons as HTML pages that work without a network.

Used by ``make pages`` and by JupyterLab's menu "Save and Export Notebook As".
"""

from pathlib import Path

import plotly

c = get_config()  # noqa: F821

HERE = Path(__file__).resolve().parent
c.HTMLExporter.template_name = "lesson"
c.HTMLExporter.extra_template_basedirs = [str(HERE)]
# plotly's script is put into the page from plotly's own folder.
c.HTMLExporter.extra_template_paths = [str(Path(plotly.__file__).parent / "package_data")]
# The picture comes before its description; the rest is nbconvert's own order.
c.NbConvertBase.display_data_priority = [
    "application/vnd.plotly.v1+json",
    "text/html",
    "text/markdown",
    "image/svg+xml",
    "image/png",
    "image/jpeg",
    "text/plain",
]
