"""How large are the lessons, the reading site and the package?"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import common

MOST_KILOBYTES = 150
#: These two have the most figures in them.
MOST_OF = {"07-igf": 300, "09-digital-divide": 300}


def kilobytes(path: Path) -> float:
    """Return the size of a file, or of all files in a folder."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file()) / 1000


def wheel() -> float:
    """Build the package and return its size."""
    folder = Path(tempfile.mkdtemp())
    build = "import hatchling.build, sys; hatchling.build.build_wheel(sys.argv[1])"
    words = [sys.executable, "-c", build, str(folder)]
    subprocess.run(words, cwd=common.ROOT, check=True, stdout=subprocess.DEVNULL)
    return kilobytes(next(folder.glob("*.whl")))


def rows() -> list[common.Row]:
    """Measure the sizes."""
    found = [
        common.at_most(
            f"Size of {path.stem}",
            kilobytes(path),
            "kB",
            most=MOST_OF.get(path.stem, MOST_KILOBYTES),
        )
        for path in sorted(common.LESSONS.glob("*.ipynb"))
    ]
    site = common.ROOT / "build" / "site"
    build = [sys.executable, str(common.ROOT / "tools" / "site" / "build_site.py")]
    subprocess.run(build, cwd=common.ROOT, check=True, stdout=subprocess.DEVNULL)
    return [
        *found,
        common.Row("Size of the package", wheel(), "kB"),
        common.Row("Size of the site", kilobytes(site), "kB"),
    ]


if __name__ == "__main__":
    sys.exit(common.main(rows))
