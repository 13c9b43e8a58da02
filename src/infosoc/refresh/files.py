"""Put new files in the place of old ones so that a reader meets whole files only."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from infosoc.refresh.errors import WriteError

#: What stands behind the name of a file that waits to take the old one's place; a point stands
#: before it. The registry reads only the files that datapackage.json names.
WAITING = ".refresh-new"


@dataclass(frozen=True)
class NewFile:
    """A file that is to take another's place.

    Parameters
    ----------
    path
        Where it belongs.
    old
        What stands there now; ``None`` when nothing does.
    new
        What is to stand there.
    """

    path: Path
    old: bytes | None
    new: bytes


def read(path: Path) -> bytes | None:
    """Return what a file holds; ``None`` when there is none."""
    return path.read_bytes() if path.exists() else None


def clear_waiting(folder: Path) -> None:
    """Remove the waiting files that a killed run left in a folder and in those below."""
    for path in folder.rglob(f".*{WAITING}"):
        path.unlink(missing_ok=True)


def replace_all(files: Sequence[NewFile]) -> None:
    """Put all files in place, in the order given, or none.

    Parameters
    ----------
    files
        The files.

    Raises
    ------
    WriteError
        If a file has been changed by somebody else, or cannot be written. What was replaced
        before is put back.
    """
    _refuse_changed(files)
    done: list[NewFile] = []
    try:
        with _waiting(files) as pairs:
            for path, file in pairs:
                path.replace(file.path)
                done.append(file)
                _to_disk(file.path.parent)
    except OSError as error:
        names = ", ".join(file.path.name for file in files)
        what = f"They could not be written ({error.strerror})."
        raise WriteError(names, what, _put_back(done)) from error


def _refuse_changed(files: Sequence[NewFile]) -> None:
    for file in files:
        if read(file.path) != file.old:
            what = "Somebody changed it while the new figures were being read."
            raise WriteError(file.path.name, what, "Nothing was changed. Run it again.")


@contextmanager
def _waiting(files: Sequence[NewFile]) -> Iterator[list[tuple[Path, NewFile]]]:
    """Write the new files beside the old ones; remove what is still waiting at the end."""
    pairs = [(file.path.with_name(f".{file.path.name}{WAITING}"), file) for file in files]
    try:
        for path, file in pairs:
            with path.open("wb") as stream:
                stream.write(file.new)
                stream.flush()
                os.fsync(stream.fileno())
            if file.old is not None:
                shutil.copymode(file.path, path)
        yield pairs
    finally:
        for path, _ in pairs:
            path.unlink(missing_ok=True)


def _put_back(done: Sequence[NewFile]) -> str:
    """Undo replacements, and say how things stand then."""
    try:
        for file in reversed(done):
            _put_one_back(file)
    except OSError:
        return "Some are new and some are old, but each is whole. Make room, and run again."
    return "Every file is as before. Close it elsewhere or make room, and run again."


def _put_one_back(file: NewFile) -> None:
    if file.old is None:
        file.path.unlink(missing_ok=True)
        return
    with _waiting([NewFile(file.path, file.new, file.old)]) as pairs:
        for path, _ in pairs:
            path.replace(file.path)
    _to_disk(file.path.parent)


def _to_disk(folder: Path) -> None:
    """Make a replacement outlast a power cut; Windows cannot, and does not need to be asked."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
