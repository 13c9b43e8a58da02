"""One reader of a class: logs in, opens the start page, runs a lesson, as a browser would."""

from __future__ import annotations

import json
import time
import uuid
from dataclasses import dataclass, field

import requests
import websocket

PAUSE, PATIENCE = 0.5, 240


@dataclass
class Reader:
    """A reader with what they have done and how long it took."""

    url: str
    name: str
    password: str
    seconds: dict[str, float] = field(default_factory=dict)

    def __post_init__(self):
        self._session = requests.Session()
        self._home = f"{self.url}/user/{self.name}"

    def log_in(self) -> None:
        """Log in with the password of the class and take a token for what follows."""
        login = f"{self.url}/hub/login"
        self._session.get(login, timeout=PATIENCE)
        data = {
            "username": self.name,
            "password": self.password,
            "_xsrf": self._session.cookies["_xsrf"],
        }
        answer = self._session.post(login, data=data, timeout=PATIENCE, allow_redirects=False)
        assert answer.status_code == requests.codes.found, answer.text[:300]
        answer = self._session.post(
            f"{self.url}/hub/api/users/{self.name}/tokens",
            headers={"X-XSRFToken": self._session.cookies.get("_xsrf", path="/hub/")},
            json={"note": "class"},
            timeout=PATIENCE,
        )
        answer.raise_for_status()
        self._headers = {"Authorization": f"token {answer.json()['token']}"}

    def start(self) -> None:
        """Start a server and wait until the start page stands there."""
        begin = time.monotonic()
        api = f"{self.url}/hub/api/users/{self.name}/server"
        requests.post(api, headers=self._headers, timeout=PATIENCE).raise_for_status()
        page = f"{self._home}/lab/tree/notebooks/00-start-here.ipynb"
        while time.monotonic() < begin + PATIENCE:
            answer = requests.get(
                page, headers=self._headers, timeout=PATIENCE, allow_redirects=False
            )
            if answer.ok and "jupyter-config-data" in answer.text:
                break
            time.sleep(PAUSE)
        else:
            raise TimeoutError(f"{self.name}: the start page did not open.")
        assert self.read("notebooks/00-start-here.ipynb")["cells"]
        self.seconds["start"] = time.monotonic() - begin

    def read(self, path: str) -> dict:
        """Return a notebook out of the reader's own folder."""
        answer = requests.get(
            f"{self._home}/api/contents/{path}", headers=self._headers, timeout=PATIENCE
        )
        answer.raise_for_status()
        return answer.json()["content"]

    def run_lesson(self, path: str) -> list[str]:
        """Run every cell of a lesson in a fresh kernel; return the errors."""
        begin = time.monotonic()
        cells = [cell["source"] for cell in self.read(path)["cells"] if cell["cell_type"] == "code"]
        errors = self.execute(*cells)
        self.seconds["lesson"] = time.monotonic() - begin
        return errors

    def _connect(self) -> websocket.WebSocket:
        """Connect to the reader's kernel; a connection that nobody reads is cut after a while."""
        if not hasattr(self, "_kernel"):
            answer = requests.post(
                f"{self._home}/api/kernels",
                headers=self._headers,
                json={"name": "python3", "path": "notebooks"},
                timeout=PATIENCE,
            )
            answer.raise_for_status()
            self._kernel = answer.json()["id"]
        address = self._home.replace("http", "ws", 1)
        return websocket.create_connection(
            f"{address}/api/kernels/{self._kernel}/channels",
            header=[f"{name}: {value}" for name, value in self._headers.items()],
            timeout=PATIENCE,
        )

    def execute(self, *sources: str) -> list[str]:
        """Run pieces of code in the reader's kernel; return their errors as "name: value"."""
        kernel = self._connect()
        try:
            return [error for source in sources for error in self._run(kernel, source)]
        finally:
            kernel.close()

    def _run(self, kernel: websocket.WebSocket, source: str) -> list[str]:
        message = uuid.uuid4().hex
        content = {"code": source, "silent": False, "store_history": True, "allow_stdin": False}
        head = {"msg_id": message, "msg_type": "execute_request", "session": self.name}
        head |= {"username": self.name, "version": "5.4"}
        request = {"header": head, "parent_header": {}, "metadata": {}, "content": content}
        kernel.send(json.dumps({**request, "channel": "shell", "buffers": []}))
        errors = []
        while True:
            frame = kernel.recv()
            # Widgets send binary frames; errors and states come as text.
            if not isinstance(frame, str):
                continue
            answer = json.loads(frame)
            if answer.get("parent_header", {}).get("msg_id") != message:
                continue
            kind, content = answer["header"]["msg_type"], answer["content"]
            if kind == "error":
                errors.append(f"{content['ename']}: {content['evalue']}")
            if kind == "status" and content["execution_state"] == "idle":
                return errors
