"""Fingerprints of the tables' files, so that no cell changes unseen.

Each entry of ``datapackage.json`` has the property ``hash`` of the Data Package standard. Whoever
changes a table on purpose records it anew with ``make hashes``; a slip of the hand, a spreadsheet
that rewrites dates or a damaged file does not, and the tests tell it.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any


def fingerprint(content: bytes) -> str:
    """Return the fingerprint of a file's content, as ``datapackage.json`` writes it.

    Examples
    --------
    >>> fingerprint(b"title,date_start")[:20]
    'sha256:2b0f25c8309a1'
    """
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def outdated(folder: Path, described: dict[str, Any]) -> dict[str, str]:
    """Return the true fingerprint of each table that has another one on record.

    Parameters
    ----------
    folder
        The folder of the tables.
    described
        Its ``datapackage.json``, read.
    """
    true = {
        entry["name"]: fingerprint((folder / entry["path"]).read_bytes())
        for entry in described["resources"]
    }
    on_record = {entry["name"]: entry.get("hash") for entry in described["resources"]}
    return {name: found for name, found in true.items() if found != on_record[name]}


def recorded(described: dict[str, Any], found: dict[str, str]) -> bytes:
    """Return the content of ``datapackage.json`` with these fingerprints.

    Parameters
    ----------
    described
        The file as it was read.
    found
        Fingerprints by the name of their table.
    """
    entries = [
        _with_hash(entry, found[entry["name"]]) if entry["name"] in found else entry
        for entry in described["resources"]
    ]
    text = json.dumps({**described, "resources": entries}, indent=2, ensure_ascii=False)
    return f"{text}\n".encode()


def _with_hash(entry: dict[str, Any], found: str) -> dict[str, Any]:
    """Put the fingerprint behind the path, where a reader looks for it."""
    items = [pair for pair in entry.items() if pair[0] != "hash"]
    place = [key for key, _ in items].index("path") + 1
    return dict([*items[:place], ("hash", found), *items[place:]])
