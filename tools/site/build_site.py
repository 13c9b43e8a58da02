"""Build the reading site: ``python tools/site/build_site.py [folder]``.

The site is for those without Jupyter: from the web, or from a USB stick with the network off. It
has every lesson as it was saved, with figures that can be pointed at, and all tables to download.
"""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from pathlib import Path

import nbformat
import plotly
from site_pages import data_page, start_page
from site_parts import prepare
from sphinx.cmd.build import main as sphinx

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SOURCE, SITE = ROOT / "build" / "site-source", ROOT / "build" / "site"
#: Pages beside the numbered lessons.
OTHER = ("glossary", "for-teachers")
#: Only for drawing maps: of no use to a reader.
NO_DOWNLOAD = ("maps",)
#: What the theme leaves out for people who listen to a page.
POLISH = {
    '<p class="caption" role="heading">': '<p class="caption" role="heading" aria-level="2">',
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="Lessons">',
    '<aside class="toc-drawer">': '<aside class="toc-drawer" aria-label="On this page">',
    '<aside class="toc-drawer no-toc">': '<aside class="toc-drawer no-toc" aria-label="Empty">',
}
#: Sphinx's notes for itself.
NOT_FOR_READERS = (".buildinfo", "objects.inv")


def lay_out(source: Path) -> None:
    """Write the pages, the tables and the scripts into the folder that Sphinx reads."""
    shutil.rmtree(source, ignore_errors=True)
    source.mkdir(parents=True)
    shutil.copy(HERE / "conf.py", source)
    shutil.copytree(HERE / "static", source / "static")
    shutil.copy(Path(plotly.__file__).parent / "package_data" / "plotly.min.js", source / "static")
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        nbformat.write(prepare(notebook), source / path.name)
    lessons = [path.stem for path in sorted(source.glob("[0-9]*.ipynb"))]
    (source / "index.md").write_text(start_page(lessons, OTHER), "utf-8")
    (source / "data.md").write_text(data_page(NO_DOWNLOAD), "utf-8")
    shutil.copy(ROOT / "docs" / "accessibility.md", source)
    lay_out_tables(source / "extra" / "data")


def lay_out_tables(folder: Path) -> None:
    """Copy the tables one by one, and all of them with their description as one file."""
    folder.mkdir(parents=True)
    package = json.loads((ROOT / "data" / "datapackage.json").read_text("utf-8"))
    with zipfile.ZipFile(folder / "all-tables.zip", "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.write(ROOT / "data" / "datapackage.json", "datapackage.json")
        for resource in package["resources"]:
            if resource["group"] in NO_DOWNLOAD:
                continue
            path = ROOT / "data" / resource["path"]
            bundle.write(path, resource["path"])
            shutil.copy(path, folder / path.name)


def polish(site: Path) -> None:
    """Name the parts of each page for a screen reader; remove what is not for readers."""
    found = dict.fromkeys(POLISH, False)
    for page in site.glob("*.html"):
        text = page.read_text("utf-8")
        for was, becomes in POLISH.items():
            found[was] = found[was] or was in text
            text = text.replace(was, becomes)
        page.write_text(text, "utf-8")
    gone = [was for was, seen in found.items() if not seen]
    if gone:
        raise SystemExit(f"The theme has changed and no longer writes: {gone}. Look at POLISH.")
    for name in NOT_FOR_READERS:
        (site / name).unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    """Lay out and build; a warning is a failure."""
    site = Path(arguments[0]).resolve() if arguments else SITE
    lay_out(SOURCE)
    shutil.rmtree(site, ignore_errors=True)
    options = ["-b", "html", "-q", "-W", "--keep-going", "-j", "auto"]
    failed = sphinx([*options, "-d", str(SOURCE.parent / "site-doctrees"), str(SOURCE), str(site)])
    if not failed:
        polish(site)
        print(f"The site stands in {site}. Open its index.html.")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
