"""Write environment.yml for Binder and conda from the lock: the same pins, without hashes."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = """\
# For Binder and for readers who use conda. Written by `make lock` from requirements.lock: do not
# edit it by hand. The package itself is installed by postBuild, so that a changed lesson does not
# make Binder install everything again.
name: infosoc
channels:
  - conda-forge
dependencies:
  # One "=": Binder reads no other form and would fall back to an old Python.
  - python=3.12
  - pip
  - pip:
"""


def pins(lock: str) -> list[str]:
    """Return the requirements of a lock file without their hashes."""
    lines = (line.rstrip("\\ ") for line in lock.splitlines())
    return [line for line in lines if line and not line.startswith((" ", "#", "--"))]


def environment(lock: str) -> str:
    """Return the text of environment.yml for a lock file."""
    return HEAD + "".join(f'      - "{_quoted(pin)}"\n' for pin in pins(lock))


def _quoted(pin: str) -> str:
    return pin.replace('"', "'")


if __name__ == "__main__":
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    (ROOT / "environment.yml").write_text(environment(lock), encoding="utf-8")
