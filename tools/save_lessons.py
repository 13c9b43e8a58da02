"""Run lessons in a fresh kernel and save them with their outputs, ready for strict testing.

Usage: ``python tools/save_lessons.py [number ...]``, for example ``01``; all without a number.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import compact_notebook
import nbformat
from draw_pictures import Camera, add_pictures
from nbclient import NotebookClient

LESSONS = Path(__file__).resolve().parents[1] / "notebooks"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def lessons(numbers: list[str]) -> list[Path]:
    """Return the lessons whose file names begin with one of the numbers, or all of them."""
    found = sorted(LESSONS.glob("*.ipynb"))
    chosen = [path for path in found if not numbers or path.name.startswith(tuple(numbers))]
    if not chosen:
        names = ", ".join(path.stem for path in found)
        raise SystemExit(f"No lesson begins with {' or '.join(numbers)}. There are: {names}.")
    return chosen


def run_and_save(path: Path, camera: Camera) -> None:
    """Run one lesson and write it back without anything that changes from run to run."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        store_widget_state=False,
        record_timing=False,
    ).execute()
    clean(notebook)
    add_pictures(notebook, camera, known=nbformat.read(path, as_version=4))
    path.write_text(compact_notebook.write(notebook), "utf-8")


def clean(notebook: nbformat.NotebookNode) -> None:
    """Drop widget views and odd metadata: a widget cannot come back without its kernel."""
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        cell.metadata.pop("trusted", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)


if __name__ == "__main__":
    # What the maintainer has finished does not belong into a saved lesson.
    os.environ["INFOSOC_PROGRESS"] = str(Path(tempfile.mkdtemp()) / "progress.json")
    with Camera() as one_camera:
        for lesson in lessons(sys.argv[1:]):
            print(lesson.name)
            run_and_save(lesson, one_camera)
