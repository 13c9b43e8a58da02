"""Let only one run at a time work in a folder.

The system holds the lock, not the file's existence: a run that is killed lets go of it, and the
file that it leaves behind stops nobody.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from infosoc.refresh.errors import BusyError

LOCK_NAME = ".refresh.lock"

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _let_go(file: IO[str], path: Path) -> None:
        # Windows removes only closed files, and none that another run has opened meanwhile.
        file.close()
        with suppress(OSError):
            path.unlink()
else:
    import fcntl

    def _take(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go(file: IO[str], path: Path) -> None:
        path.unlink(missing_ok=True)
        file.close()


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the folder for the time of a ``with`` block.

    Parameters
    ----------
    folder
        The folder of the tables.

    Raises
    ------
    BusyError
        If another run holds it.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as name, only_one(Path(name)):
    ...     [path.name for path in Path(name).iterdir()]
    ['.refresh.lock']
    """
    path = folder / LOCK_NAME
    file = _held(path)
    try:
        yield
    finally:
        _let_go(file, path)


def _held(path: Path) -> IO[str]:
    while True:
        file = path.open("a", encoding="utf-8")
        try:
            _take(file)
        except OSError as error:
            file.close()
            mend = "Wait until it has ended."
            raise BusyError(str(path.parent), "Another run is at work here.", mend) from error
        # The run before may have removed the file between the opening and the taking.
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                return file
        file.close()
