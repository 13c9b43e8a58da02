"""Run the code of every lesson in one process, as a kernel would, and compare what it shows.

Usage: ``python hard_place.py FOLDER READ_ONLY...``; FOLDER holds the lessons. Who tries to write
under READ_ONLY is refused, as by a disk that cannot be written. (The rights of files do not stop
the administrator, as whom tests often run.)
"""

import json
import os
import sys
import warnings
from pathlib import Path

import nbformat
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from infosoc.learn import progress_file

PLOTLY = "application/vnd.plotly.v1+json"
#: Other systems may round or sort differently; there lessons only have to run.
SAVED_HERE = sys.platform == "linux"
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
#: What Python announces before it changes a file or folder; the first argument is its path.
CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.chmod", "os.truncate", "os.utime"}


def refuse_writing(folders):
    """Refuse every change below these folders."""
    tops = tuple(f"{folder}{os.sep}" for folder in folders)

    def watch(event, arguments):
        if event == "open":
            path, _, flags = arguments
            changes = bool(flags & WRITING)
        elif event in CHANGES:
            path, changes = arguments[0], True
        else:
            return
        if changes and isinstance(path, str | os.PathLike):
            full = os.path.abspath(path)  # noqa: PTH100 - a link is not to be followed here
            if full.startswith(tops):
                raise PermissionError(13, "Read-only file system", full)

    sys.addaudithook(watch)


def shown(outputs):
    """Return the pages and figures of outputs."""
    found = [one.get("data", {}) for one in outputs]
    pages = ["".join(data["text/html"]) for data in found if data.get("text/html")]
    return pages, [json.loads(json.dumps(data[PLOTLY])) for data in found if PLOTLY in data]


def run(path, shell):
    """Run one lesson; return its first fault, or nothing."""
    shell.reset()
    for number, cell in enumerate(nbformat.read(path, as_version=4).cells, start=1):
        if cell.cell_type != "code":
            continue
        with capture_output() as captured:
            # A kernel shows the last value of a cell; here it is caught with the other outputs.
            shell.display_trap.hook = sys.displayhook
            result = shell.run_cell(cell.source)
        error = result.error_before_exec or result.error_in_exec
        if error is not None:
            return f"{path.name}, cell {number}: {type(error).__name__}: {error}"
        now = [{"data": one.data} for one in captured.outputs]
        if SAVED_HERE and shown(now) != shown(cell.outputs):
            return f"{path.name}, cell {number}: shows something else than the saved lesson"
    return ""


def main(folder, *read_only):
    # Who opens a text without naming its encoding reads it wrongly in some places.
    warnings.filterwarnings("error", category=EncodingWarning, module="infosoc")
    shell = InteractiveShell.instance()
    paths = sorted(Path(folder).resolve().glob("*.ipynb"))
    os.chdir(folder)
    refuse_writing(read_only)
    faults = []
    for path in paths:
        progress_file._unwritten = progress_file.Kept()
        faults += filter(None, [run(path, shell)])
    progress_file.record("exercise", "world-summit-days", 1, 1)
    kept = Path(progress_file.place()).exists()
    print(f"{len(paths)} lessons; progress {'kept' if kept else 'not kept'}")
    print(*faults, sep="\n", file=sys.stderr)
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
