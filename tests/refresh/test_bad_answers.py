"""Whatever the service does, the files stay as they are and the message says why."""

import json

import pytest
import urllib3.util.retry

from infosoc.refresh import service
from infosoc.refresh.command import main
from infosoc.refresh.errors import AnswerError, FiguresError, RefreshError, ServiceError
from infosoc.refresh.service import Service

REPORTED = [{"message": [{"id": "175", "key": "Invalid format", "value": "Not found."}]}]


def about(**changes):
    return lambda answer: [answer[0] | changes, answer[1]]


def without_about(field):
    return lambda answer: [{k: v for k, v in answer[0].items() if k != field}, answer[1]]


def rows(change):
    """Change the third row, which is one of a country."""

    def spoil(answer):
        changed = [dict(row) for row in answer[1]]
        index = next(n for n, row in enumerate(changed) if row["countryiso3code"] == "NAM")
        change(changed[index])
        return [answer[0], changed]

    return spoil


ANSWERS = {
    "reported error": (lambda _: REPORTED, ServiceError, "error 175: Invalid format"),
    "empty": (lambda _: [{"page": 0, "pages": 0, "total": 0}, None], AnswerError, "single row"),
    "no rows": (lambda answer: [answer[0], []], AnswerError, "single row"),
    "another form": (lambda answer: {"rows": answer[1]}, AnswerError, "not a pair"),
    "no total": (without_about("total"), AnswerError, "no field 'total'"),
    "no day": (without_about("lastupdated"), AnswerError, "no field 'lastupdated'"),
    "strange day": (about(lastupdated="July"), AnswerError, "'July' is not a day"),
    "wrong total": (about(total=71), AnswerError, "promised 71 rows and sent 70"),
    "wrong page": (about(page=2), AnswerError, "other pages"),
    "endless pages": (about(pages=10**9), AnswerError, "1000000000 pages"),
    "no field": (rows(lambda row: row.pop("date")), AnswerError, "no field 'date'"),
    "no indicator": (rows(lambda row: row.pop("indicator")), AnswerError, "no field 'indicator'"),
    "flat indicator": (rows(lambda row: row.update(indicator="X")), AnswerError, "another form"),
    "wrong indicator": (
        rows(lambda row: row.update(indicator={"id": "SP.POP.TOTL"})),
        AnswerError,
        "'SP.POP.TOTL' and not to",
    ),
    "quarter": (rows(lambda row: row.update(date="2005Q1")), AnswerError, "not a year"),
    "text": (rows(lambda row: row.update(value="12.5")), AnswerError, "'12.5' is not a number"),
    "truth": (rows(lambda row: row.update(value=True)), AnswerError, "True is not a number"),
    "infinite": (rows(lambda row: row.update(value=float("inf"))), AnswerError, "not a number"),
    "twice": (rows(lambda row: row.update(date="2000")), AnswerError, "NAM 2000 twice"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_bad_answer_is_named_and_changes_nothing(folder, fake, run, name):
    fake.spoil, kind, says = ANSWERS[name]
    before = folder.contents()
    with pytest.raises(kind, match=says) as caught:
        run()
    assert str(caught.value).startswith("people: ")
    assert folder.contents() == before


@pytest.mark.parametrize(("value", "says"), [(130, "above 100"), (-1, "below 0")])
def test_a_value_outside_the_rules_is_named_with_its_row(folder, fake, run, value, says):
    fake.figures["USERS.SHARE"]["NAM", 2005] = value
    before = folder.contents()
    with pytest.raises(FiguresError, match=f"users: (?s:.*)- NAM,2005,{value}: .*{says}"):
        run()
    assert folder.contents() == before


def test_a_fault_of_the_last_table_keeps_the_first(folder, fake, run):
    fake.figures["PEOPLE.TOTAL"]["NAM", 2005] = 900
    fake.figures["USERS.SHARE"]["HIC", 2005] = 130
    before = folder.contents()
    with pytest.raises(FiguresError, match="users_groups"):
        run()
    assert folder.contents() == before


def test_figures_that_change_between_two_pages_are_refused(folder, fake, run):
    fake.page_size = 40

    def next_day(answer):
        day = "2026-07-02" if answer[0]["page"] > 1 else answer[0]["lastupdated"]
        return [answer[0] | {"lastupdated": day}, answer[1]]

    fake.spoil = next_day
    with pytest.raises(AnswerError, match="while they were being read"):
        run()


def test_a_page_that_does_not_come_is_missed(folder, fake, run):
    fake.page_size = 40
    fake.spoil = lambda answer: [answer[0] | {"page": 1}, answer[1]]
    before = folder.contents()
    with pytest.raises(AnswerError, match="other pages"):
        run()
    assert folder.contents() == before


@pytest.mark.parametrize("kind", ["slow", "cut", "refuse"])
def test_an_accident_is_overcome_by_a_new_attempt(folder, fake, run, kind):
    accident = getattr(fake, kind)
    fake.accidents.extend([accident, accident])
    fake.figures["USERS.SHARE"]["ALB", 2010] = 50
    run("users")
    assert len(fake.requests) == 3
    assert folder.figure("users", "ALB", 2010) == "50"
    assert folder.faults() == []


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("slow", "could not be read .*takes too long"),
        ("cut", "could not be read .*breaks off"),
        ("refuse", r"answered 503 \(Service Unavailable\)"),
    ],
)
def test_an_accident_that_lasts_is_told(folder, fake, run, kind, says):
    accident = getattr(fake, kind)
    fake.accidents.extend([accident] * 50)
    before = folder.contents()
    with pytest.raises(ServiceError, match=f"people: .*{says}"):
        run()
    assert len(fake.requests) == 3
    assert folder.contents() == before


def test_a_page_for_people_is_not_taken_for_figures(folder, fake, run):
    page = b"<html><body>Service unavailable</body></html>"
    fake.accidents.append(lambda handler, body: fake.send(handler, page))
    with pytest.raises(AnswerError, match="did not answer with JSON; its answer begins with '<htm"):
        run()


def test_nobody_there_is_told(hurried):
    nowhere = hurried("http://127.0.0.1:9/v2")
    with pytest.raises(ServiceError, match=r"could not be read .*nobody answers"):
        next(nowhere.pages("people", "X"))


@pytest.mark.parametrize(("asked", "waited"), [("7", 7), ("86400", service.LONGEST_PAUSE)])
def test_a_pause_that_the_service_asks_for_is_kept(fake, run, monkeypatch, asked, waited):
    fake.accidents.append(
        lambda handler, body: fake.send(handler, body, 503, [("Retry-After", asked)])
    )
    pauses = []
    monkeypatch.setattr(urllib3.util.retry.time, "sleep", pauses.append)
    run("users")
    assert pauses == [waited]


def test_a_redirection_off_https_is_not_followed(fake, run):
    away = ("Location", "http://example.org/")
    fake.accidents.append(lambda handler, body: fake.send(handler, b"", 302, [away]))
    with pytest.raises(ServiceError, match="InvalidSchema"):
        run()


@pytest.mark.parametrize("address", ["http://api.worldbank.org/v2", "ftp://127.0.0.2x", ""])
def test_an_address_that_is_not_safe_is_refused(address):
    with pytest.raises(RefreshError, match="not safe"):
        Service(address)


def test_no_failure_shows_a_traceback(folder, fake, capsys):
    fake.spoil = lambda _: REPORTED
    arguments = ["--folder", str(folder.path), "--service-address", fake.address]
    before = folder.contents()
    assert main(arguments) == 1
    told = capsys.readouterr()
    assert "Traceback" not in told.err + told.out
    assert told.err.splitlines()[-1] == "No file was changed."
    assert folder.contents() == before
    assert json.loads(before["datapackage.json"])


def test_of_many_faults_the_first_are_listed_and_the_rest_counted(folder, fake, run):
    for year in range(2003, 2010):
        fake.figures["USERS.SHARE"]["HIC", year] = 130
    before = folder.contents()
    with pytest.raises(FiguresError, match="and 2 more") as caught:
        run()
    listed = [line for line in str(caught.value).splitlines() if line.startswith("- HIC")]
    assert len(listed) == 5
    assert folder.contents() == before
