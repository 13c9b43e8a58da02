"""A saved picture brings all its evidence along and fetches nothing."""

import json
import re

import pytest

import infosoc
from infosoc import stand_alone
from infosoc.errors import UnknownNameError

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(
        f'title,date_start,source\n"{HOSTILE}",2003-12-10,https://example.org/a?b=1&c=2\n'
        "Second,2004,A letter of my own\n",
        "utf-8",
    )
    return infosoc.read_events(path)


@pytest.fixture
def page(own, tmp_path):
    file = infosoc.plot.timeline(own, title=HOSTILE).save(tmp_path / "own.html")
    return file.read_text("utf-8")


def without_library(page):
    """Leave out plotly's own code, which is no text of ours."""
    return re.sub(r"<script>/\*\*.*?</script>", "", page, count=1, flags=re.S)


def test_every_row_and_every_source_is_there(page):
    assert page.count("<tr>") == 3
    assert 'href="https://example.org/a?b=1&amp;c=2"' in page
    assert "A letter of my own, named in your own file" in page


def test_hostile_text_stays_text(page):
    ours = without_library(page)
    assert "alert(1)</script>" not in ours
    assert "<img" not in ours
    assert ours.count("<script") == 2


def test_the_figure_can_be_read_back(page):
    data = re.search(r'id="figure-data">(.*?)</script>', page, re.S)[1]
    content = json.loads(data)
    assert sum(len(trace["x"]) for trace in content["data"]) == 2
    assert content["config"]["showSendToCloud"] is False


def test_the_policy_lets_nothing_in(page):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in policy
    assert "http" not in policy


def test_a_figure_cannot_end_the_script_it_stands_in():
    figure = {"data": [{"text": HOSTILE}], "layout": {}}
    page = stand_alone.page("Title", figure, "Said.", "", "", unfolded=True)
    assert "alert(1)</script>" not in without_library(page)


def test_the_figure_fits_its_page_and_is_uploaded_nowhere():
    page = stand_alone.page("Title", {"data": [], "layout": {}}, "Said.", "", "", unfolded=True)
    kept = json.loads(re.search(r'id="figure-data">(.*?)</script>', page, re.DOTALL)[1])["config"]
    off = ("responsive", "displaylogo", "scrollZoom", "showSendToCloud")
    # The page itself fits the figure to the window; plotly's way forgets its height.
    assert [kept[name] for name in off] == [False] * len(off)
    assert kept["displayModeBar"] is True


def test_another_ending_is_refused(own, tmp_path):
    with pytest.raises(UnknownNameError, match=r"\.html"):
        infosoc.plot.timeline(own).save(tmp_path / "own.png")


def test_sources_of_ones_own_stand_beside_those_of_the_course(own):
    course = infosoc.load("events").head(1)
    both = infosoc.plot.timeline(own.assign(source_ids=[*course["source_ids"], ()]))
    assert "https://example.org/a?b=1&c=2" in set(both.sources["address"])
    assert set(infosoc.sources(course)["id"]) <= set(both.sources["id"])
