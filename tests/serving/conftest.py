"""A JupyterHub for a class on loopback, with users of the system, and nothing left behind."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
import requests

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
PREFIX = "infosoc-reader-"
START_SECONDS = 60


@dataclass
class Hub:
    """A running hub and the password of its trial login."""

    url: str
    password: str
    folder: Path


def names(count: int) -> list[str]:
    """Return the names of the readers, in the form the hub's settings ask for."""
    return [f"{PREFIX}{number:02d}" for number in range(1, count + 1)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def visible_to_readers(command: list[str], view: Path) -> list[str]:
    """Run a command so that other users can start this Python, wherever it stands.

    Under ``/root``, say, only root may. Then the command gets a view of the file system of its
    own, in which that folder holds nothing but Python; outside nothing changes.
    """
    python = Path(sys.executable).resolve()
    hidden = next((one for one in reversed(python.parents) if not one.stat().st_mode & 0o001), None)
    if hidden is None:
        return command
    kept = hidden / python.relative_to(hidden).parts[0]
    script = (
        'set -e; mount --bind "$2" "$1"; mount -t tmpfs -o mode=755 none "$3"; '
        'mkdir -p "$2"; mount --bind "$1" "$2"; shift 3; exec "$@"'
    )
    view.mkdir()
    places = [str(view), str(kept), str(hidden)]
    return ["unshare", "--mount", "bash", "-c", script, "bash", *places, *command]


def remove_readers() -> None:
    """End what readers still run and remove them with their folders."""
    for user in [user for user in pwd.getpwall() if user.pw_name.startswith(PREFIX)]:
        for process in psutil.process_iter(["username"]):
            if process.info["username"] == user.pw_name:
                process.kill()
        subprocess.run(["userdel", "--force", "--remove", user.pw_name], check=False)


@pytest.fixture(scope="session")
def hub():
    assert os.geteuid() == 0, "JupyterHub gives each reader a user of the system: run it as root."
    assert shutil.which("configurable-http-proxy"), (
        "Install it: npm install configurable-http-proxy"
    )
    remove_readers()
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    for name in ("notebooks", "tools"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".*"))
    port, password = free_port(), secrets.token_urlsafe()
    command = [
        *visible_to_readers([str(BIN / "jupyterhub")], folder / "python"),
        f"--config={folder / 'tools' / 'hub' / 'jupyterhub_config.py'}",
        "--ip=127.0.0.1",
        f"--port={port}",
        f"--JupyterHub.hub_port={free_port()}",
        f"--ConfigurableHTTPProxy.api_url=http://127.0.0.1:{free_port()}",
    ]
    environment = {**os.environ, "COURSE_PASSWORD": password, "COURSE_FOLDER": str(folder)}
    environment["PATH"] = f"{BIN}:{environment['PATH']}"
    log = (folder / "hub.log").open("w")
    server = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True
    )
    try:
        wait_until_up(f"http://127.0.0.1:{port}/hub/health", server, folder / "hub.log")
        yield Hub(f"http://127.0.0.1:{port}", password, folder)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(timeout=60)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
        remove_readers()
        log.close()
        shutil.rmtree(folder)


def wait_until_up(address: str, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            if requests.get(address, timeout=5).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.3)
    pytest.fail(f"JupyterHub did not start:\n{log.read_text('utf-8')[-3000:]}")
