"""``python -m infosoc.refresh``; what it needs beyond the package is the extra ``refresh``."""

from __future__ import annotations

import importlib
import sys

EXTRA = {"requests", "tqdm", "urllib3"}


def main() -> int:
    """Run the command, or say what has to be installed first."""
    try:
        command = importlib.import_module("infosoc.refresh.command")
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        print(
            f"The package {error.name} is missing. Install it: pip install 'infosoc[refresh]'",
            file=sys.stderr,
        )
        return 1
    return command.main()


if __name__ == "__main__":
    sys.exit(main())
