"""A small data folder, and a service on this machine that speaks like the World Bank's."""

import csv
import json
import math
import threading
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from infosoc.data import validate
from infosoc.data.fingerprints import outdated, recorded
from infosoc.data.registry import read_descriptor, tables_in
from infosoc.refresh.command import refresh
from infosoc.refresh.service import Patience, Service

COUNTRIES = ("ALB", "NAM", "TUN", "XKX")
GROUPS = ("HIC", "LIC", "WLD")
YEARS = range(2000, 2010)
OLD_DAY, NEW_DAY = "2025-07-01", "2026-07-01"
#: The tables in their order: the folder of the file, code, rows, decimals, highest value.
TABLES = {
    "people": ("figures/", "PEOPLE.TOTAL", "countries", 0, None),
    "users": ("figures/", "USERS.SHARE", "countries", 2, 100),
    "users_groups": ("", "USERS.SHARE", "groups", None, 100),
}
#: What the service calls groups that it gives no code of three letters.
SHORT = {"HIC": "XD", "LIC": "XM"}
PAGE = b"<html><body>Service unavailable</body></html>"
#: Good answers come at once here, and a slow one does not come before its test is over.
HURRIED = Patience(connect=2, read=0.5, attempts=3, pause=0.01)


def field(name, kind, **constraints):
    return {
        "name": name,
        "type": kind,
        "description": f"The {name}.",
        "constraints": {"required": True, **constraints},
    }


def resource(name, path, fields, key, **more):
    licence = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}
    schema = {"fields": fields, "primaryKey": key}
    about = {"title": name, "description": "Côte d'Ivoire is kept as it is.", "group": "figures"}
    return {"name": name, "path": path, **about, "gaps": "", **more, "licenses": [licence]} | {
        "schema": schema
    }


def figures_resource(name):
    place, code, rows, decimals, highest = TABLES[name]
    column, home, key = {
        "countries": ("country_iso3", "countries", "iso3"),
        "groups": ("group_code", "country_groups", "code"),
    }[rows]
    limits = {} if highest is None else {"maximum": highest}
    fields = [
        field(column, "string"),
        field("year", "integer", minimum=2000),
        field("value", "number", minimum=0, **limits),
    ]
    recipe = {"service": "world-bank", "code": code, "rows": rows}
    if decimals is not None:
        recipe["decimals"] = decimals
    entry = resource(
        name, f"{place}{name}.csv", fields, [column, "year"], vintage=OLD_DAY, refresh=recipe
    )
    reference = {"resource": home, "fields": [key]}
    entry["schema"]["foreignKeys"] = [{"fields": [column], "reference": reference}]
    return entry


def number(code, year):
    """A value that belongs to this code and year, between 10 and 60."""
    return 10 + 7 * (ord(code[0]) % 5) + (year - 2000) * 2.25


def shown(value, decimals):
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".") if decimals else f"{value:.0f}"


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


class SmallFolder:
    """A data folder whose tables agree with what the service says at first."""

    def __init__(self, path):
        self.path = path
        self.descriptor = path / "datapackage.json"
        write(path / "countries.csv", [["iso3"], *([code] for code in COUNTRIES)])
        write(path / "country_groups.csv", [["code"], *([code] for code in GROUPS)])
        entries = [
            resource("countries", "countries.csv", [field("iso3", "string")], ["iso3"]),
            resource("country_groups", "country_groups.csv", [field("code", "string")], ["code"]),
        ]
        entries += [self._figures(name) for name in TABLES]
        described = {"name": "small", "resources": entries}
        self.descriptor.write_bytes(recorded(described, outdated(path, described)))

    def _figures(self, name):
        _, _, rows, decimals, _ = TABLES[name]
        entry = figures_resource(name)
        codes = COUNTRIES if rows == "countries" else GROUPS
        header = [column["name"] for column in entry["schema"]["fields"]]
        cells = [
            [code, year, shown(number(code, year), 4 if decimals is None else decimals)]
            for code in codes
            for year in YEARS
        ]
        write(self.file(name), [header, *cells])
        return entry

    def file(self, table):
        return self.path / TABLES[table][0] / f"{table}.csv"

    def contents(self):
        """Everything that lies here, hidden files included."""
        paths = [path for path in self.path.rglob("*") if path.is_file()]
        return {path.relative_to(self.path).as_posix(): path.read_bytes() for path in paths}

    def faults(self):
        """What the package's own validator finds."""
        tables = tables_in(self.path, read_descriptor(self.path))
        keys = {name: validate.ids(tables[name]) for name in ("countries", "country_groups")}
        return [str(fault) for table in tables.values() for fault in validate.problems(table, keys)]

    def figure(self, table, code, year):
        with self.file(table).open(encoding="utf-8", newline="") as stream:
            found = {(row[0], row[1]): row[2] for row in csv.reader(stream)}
        return found.get((code, str(year)))


@pytest.fixture
def make_folder(tmp_path):
    """Make data folders by name."""
    return lambda name: SmallFolder(tmp_path / name)


@pytest.fixture
def folder(make_folder):
    return make_folder("data")


class FakeService:
    """The service: its figures by indicator, and what is to go wrong.

    ``spoil`` changes the JSON of a good answer. ``accidents`` are used up one a request: each
    sends something else than the good answer, with the handler of the request.
    """

    def __init__(self):
        self.day = NEW_DAY
        self.page_size = 20_000
        codes = (*COUNTRIES, *GROUPS)
        self.figures = {
            code: {(place, year): number(place, year) for place in codes for year in YEARS}
            for code in ("PEOPLE.TOTAL", "USERS.SHARE")
        }
        self.spoil = lambda answer: answer
        self.accidents = deque()
        self.requests = []
        #: Set when the test is over, so that nobody waits for a slow answer.
        self.over = threading.Event()

    def rows(self, code):
        return [
            {
                "indicator": {"id": code, "value": "An indicator"},
                "country": {"id": SHORT.get(place, place[:2]), "value": "A place"},
                "countryiso3code": "" if place in SHORT else place,
                "date": str(year),
                "value": value,
            }
            # The service begins with the newest year.
            for (place, year), value in sorted(self.figures[code].items(), reverse=True)
        ]

    def good(self, path):
        parts = urlsplit(path)
        number = int(parse_qs(parts.query)["page"][0])
        rows = self.rows(parts.path.rsplit("/", 1)[-1])
        begin = (number - 1) * self.page_size
        about = {
            "page": number,
            "pages": math.ceil(len(rows) / self.page_size),
            "per_page": self.page_size,
            "total": len(rows),
            "lastupdated": self.day,
        }
        return self.spoil([about, rows[begin : begin + self.page_size]])

    def answer(self, handler):
        self.requests.append(handler.path)
        body = json.dumps(self.good(handler.path)).encode()
        if self.accidents:
            self.accidents.popleft()(handler, body)
        else:
            self.send(handler, body)

    @staticmethod
    def send(handler, body, status=200, headers=(), promised=None):
        handler.send_response(status)
        for name, value in headers:
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(promised or len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def slow(self, handler, body):
        """Do not answer before the test is over."""
        self.over.wait()

    def cut(self, handler, body):
        """Hang up in the middle of the answer."""
        self.send(handler, body[: len(body) // 2], promised=len(body))

    def refuse(self, handler, body):
        """Send a page for people with the status of a server that is down."""
        self.send(handler, PAGE, 503)


@pytest.fixture
def make_service():
    """Start services on this machine; each ends with the test."""
    started = []

    def make():
        fake = FakeService()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                fake.answer(self)

            def log_message(self, *_):
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_):
                pass  # a client that hangs up is what some tests are about

        server = Server(("127.0.0.1", 0), Handler)
        fake.address = f"http://127.0.0.1:{server.server_address[1]}/v2"
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        started.append((fake, server))
        return fake

    yield make
    for fake, server in started:
        fake.over.set()
        server.shutdown()
        server.server_close()


@pytest.fixture
def fake(make_service):
    return make_service()


@pytest.fixture
def hurried():
    """Make a service that does not wait long, for an address."""
    return lambda address: Service(address, HURRIED)


@pytest.fixture
def run(folder, fake, hurried):
    """Run the refresh in this process."""

    def run(*names, **options):
        return refresh(folder.path, names, service=hurried(fake.address), **options)

    return run
