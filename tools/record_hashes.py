"""Record in ``data/datapackage.json`` what the tables hold now: ``make hashes``.

A merge of two branches that changed the same table stumbles over its fingerprint: take either
side, and run this again.
"""

from __future__ import annotations

from pathlib import Path

from infosoc.data.fingerprints import outdated, recorded
from infosoc.data.registry import read_descriptor

DATA = Path(__file__).resolve().parents[1] / "data"


def main(folder: Path = DATA) -> None:
    """Write the fingerprints that are out of date and say which these are."""
    described = read_descriptor(folder)
    found = outdated(folder, described)
    if found:
        (folder / "datapackage.json").write_bytes(recorded(described, found))
    print(f"Recorded anew: {', '.join(found)}." if found else "Every table is on record.")


if __name__ == "__main__":
    main()
