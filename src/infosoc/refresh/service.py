"""Ask the World Bank's service, patiently: with time-outs, pauses and new attempts."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from infosoc.refresh.answers import Page, read_page
from infosoc.refresh.errors import ServiceError

ADDRESS = "https://api.worldbank.org/v2"
#: All countries and years since 1960 fit one page of this size, and the service allows it.
ROWS_PER_PAGE = 20_000
#: Answers that pass by themselves: too many requests, and a server that is down or overloaded.
PASSING = (429, 500, 502, 503, 504)
#: A service may ask for a pause; nobody waits longer than this in front of a terminal.
LONGEST_PAUSE = 120
#: What the errors of urllib3 mean to somebody who runs a command.
IN_WORDS = {
    "ConnectTimeoutError": "nobody answers there",
    "IncompleteRead": "the answer breaks off",
    "NameResolutionError": "nobody knows that name here",
    "NewConnectionError": "nobody answers there",
    "ProtocolError": "the answer breaks off",
    "ReadTimeoutError": "the answer takes too long",
    "SSLError": "the connection is not safe",
}
LATER = "Look whether you are on line, and try again later."


@dataclass(frozen=True)
class Patience:
    """How long to wait for the service, in seconds, and how often to ask."""

    connect: float = 10
    read: float = 60
    attempts: int = 5
    pause: float = 1


class BoundedRetry(Retry):
    """A retry that heeds the service's ``Retry-After``, within reason."""

    def get_retry_after(self, response: Any) -> float | None:
        """Return how long the service asks to wait, at most :data:`LONGEST_PAUSE`."""
        asked = super().get_retry_after(response)
        return None if asked is None else min(asked, LONGEST_PAUSE)


class Service:
    """The World Bank's indicators.

    Parameters
    ----------
    address
        Where the service is.
    patience
        How long to wait and how often to ask.

    Raises
    ------
    ServiceError
        If the address is neither https nor on this machine.
    """

    def __init__(self, address: str = ADDRESS, patience: Patience | None = None):
        self.address = address.rstrip("/")
        self.patience = patience or Patience()
        self.session = self._session()

    def pages(self, table: str, code: str) -> Iterator[Page]:
        """Ask for the pages of an indicator, one after the other.

        Parameters
        ----------
        table
            Name of the table that they are for.
        code
            The service's code of the indicator.

        Yields
        ------
        Page
            In their order; each is checked by itself, not yet against the others.

        Raises
        ------
        ServiceError
            If the service cannot be reached or reports an error.
        AnswerError
            If its answer has another form.
        """
        first = self._page(table, code, 1)
        yield first
        for number in range(2, first.pages + 1):
            yield self._page(table, code, number)

    def _session(self) -> requests.Session:
        local = _is_local(self.address)
        if not local and urlsplit(self.address).scheme != "https":
            mend = "Give an address that begins with https://."
            raise ServiceError(self.address, "The address of the service is not safe.", mend)
        session = requests.Session()
        # Only these addresses can be asked, so that a redirection cannot lead off https.
        session.adapters.clear()
        adapter = HTTPAdapter(max_retries=self._retry())
        session.mount("https://", adapter)
        if local:
            session.mount(self.address, adapter)
            session.trust_env = False  # a proxy does not know this machine's own addresses
        return session

    def _retry(self) -> Retry:
        return BoundedRetry(
            total=self.patience.attempts - 1,
            backoff_factor=self.patience.pause,
            status_forcelist=PASSING,
            allowed_methods=["GET"],
            respect_retry_after_header=True,
            raise_on_status=False,
        )

    def _page(self, table: str, code: str, number: int) -> Page:
        address = f"{self.address}/country/all/indicator/{code}"
        parameters = {"format": "json", "per_page": ROWS_PER_PAGE, "page": number}
        try:
            text = self._text(table, address, parameters)
        except requests.RequestException as error:
            what = f"{address} could not be read ({_reason(error)})."
            raise ServiceError(table, what, LATER) from error
        return read_page(table, text)

    def _text(self, table: str, address: str, parameters: dict[str, Any]) -> str:
        """Read an answer to its end; the retry of urllib3 sees only as far as its header."""
        left = self.patience.attempts
        while True:
            left -= 1
            response = self.session.get(
                address,
                params=parameters,
                timeout=(self.patience.connect, self.patience.read),
                stream=True,
            )
            with response:
                _refuse_status(table, response)
                try:
                    return response.content.decode("utf-8-sig", errors="replace")
                except requests.RequestException:
                    if not left:
                        raise
            time.sleep(self.patience.pause)


def _refuse_status(table: str, response: requests.Response) -> None:
    if response.status_code != HTTPStatus.OK:
        what = f"The service answered {response.status_code} ({response.reason})."
        raise ServiceError(table, what, LATER)


def _is_local(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _reason(error: BaseException) -> str:
    """Find the cause below the wrappings of two packages, and say it in plain words."""
    inner = getattr(error, "reason", None) or next(iter(error.args), None)
    if isinstance(inner, BaseException) and type(error).__name__ not in IN_WORDS:
        return _reason(inner)
    return IN_WORDS.get(type(error).__name__, type(error).__name__)
