"""Every lesson runs where a reader's computer makes it hard, and shows what it always shows."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: Variables that would help: where progress is kept, where settings and languages are.
HELPING = ("INFOSOC_PROGRESS", "XDG_", "IPYTHON", "JUPYTER", "LC_", "LANG", "PYTHON")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The course in a folder with an odd name, its tables locked, and a home that is a file."""
    place = tmp_path_factory.mktemp("place") / "Öther place 100%"
    ignored = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
    shutil.copytree(ROOT / "src", place / "course" / "src", ignore=ignored)
    shutil.copytree(ROOT / "data", place / "course" / "data")
    shutil.copytree(ROOT / "notebooks", place / "lessons", ignore=ignored)
    (place / "home").write_text("no folder", "utf-8")
    for path in (place / "course").rglob("*"):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    return place


def start(place, **more):
    kept = {name: text for name, text in os.environ.items() if not name.startswith(HELPING)}
    hard = {
        "HOME": str(place / "home"),
        "USERPROFILE": str(place / "home"),
        "LOCALAPPDATA": str(place / "home"),
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "latin-1",
        "PYTHONPATH": str(place / "course" / "src"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    script = Path(__file__).with_name("hard_place.py")
    return subprocess.run(
        [
            sys.executable,
            *("-X", "warn_default_encoding"),
            str(script),
            str(place / "lessons"),
            str(place / "course"),
        ],
        cwd=place,
        env=kept | hard | more,
        check=False,
        capture_output=True,
        timeout=300,
    )


def test_another_folder_locked_tables_another_locale_and_no_home(place):
    done = start(place)
    told = done.stderr.decode("utf-8", "replace")
    count = len(list((ROOT / "notebooks").glob("*.ipynb")))
    assert done.returncode == 0, told
    assert done.stdout.decode("latin-1").strip().endswith(f"{count} lessons; progress not kept")
    assert (place / "home").read_text("utf-8") == "no folder"
