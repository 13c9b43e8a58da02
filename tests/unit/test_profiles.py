"""A profile shows where a country stands, and says what is not known."""

import json
import re

import numpy as np
import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.plot import profiles

TABLES = {"Access": "internet_users", "Diversity": None, "Education": "adult_literacy"}


@pytest.fixture(scope="module")
def users():
    frame = infosoc.load("internet_users").dropna(subset=["value"]).sort_values("year")
    return frame.groupby("country_iso3", observed=True).last()


def test_the_figures_are_the_latest_and_the_medians_right(users):
    row = infosoc.plot.profile(TABLES, country="Kenya").table.set_index("strip").loc["Access"]
    assert row["figure"] == f"{users.loc['KEN', 'value']:,.3g}"
    assert row["year"] == str(users.loc["KEN", "year"])
    assert row["median of all"] == f"{users['value'].median():,.3g}"
    below = (users["value"] < users.loc["KEN", "value"]).mean() * 100
    assert row["countries with less, of 100"] == f"{below:.0f}"


def test_the_region_is_that_of_the_country(users):
    places = infosoc.load("countries").set_index("iso3")
    near = places.index[places["un_subregion"] == places.loc["KEN", "un_subregion"]]
    strip = profiles.strips({"Access": "internet_users"}, "Kenya")[0]
    assert strip.of_region == users.loc[users.index.intersection(near), "value"].median()


def test_what_is_not_known_is_said_and_not_drawn():
    exhibit = infosoc.plot.profile(TABLES, country="Finland")
    assert "Not known: Diversity, Education." in exhibit.summary
    notes = [note.text for note in exhibit.figure.layout.annotations]
    assert "We know of no figure by country." in notes
    assert "not known for this country" in notes
    own = next(t for t in exhibit.figure.data if t.name == "Finland" and t.mode == "markers")
    assert len(own.x) == 1


def test_all_marks_lie_on_their_scale():
    figure = infosoc.plot.profile(TABLES, country="Tuvalu").figure
    for trace in figure.data:
        places = np.asarray(trace.x, float)
        assert ((places >= 0) & (places <= 1)).all(), trace.name


def test_every_other_country_has_a_mark(users):
    dots = infosoc.plot.profile({"Access": "internet_users"}, country="Kenya").figure.data[0]
    assert len(dots.x) == len(users)


def test_the_sources_are_those_of_the_tables():
    named = set(infosoc.plot.profile(TABLES, country="Kenya").sources["id"])
    wanted = {*infosoc.sources("internet_users")["id"], *infosoc.sources("adult_literacy")["id"]}
    assert named == wanted


def test_the_explorer_follows_its_field():
    explorer = infosoc.explore.profile(TABLES, country="Kenya", title="Four principles")
    explorer.country.value = "Fin"
    assert "Type a country" in explorer.said.value
    assert explorer.figure.drawn["layout"]["title"]["text"] == "Four principles: Kenya"
    explorer.country.value = "Finland"
    assert "Profile of Finland" in explorer.said.value
    assert explorer.figure.drawn["layout"]["title"]["text"] == "Four principles: Finland"
    assert "Run this cell to choose a country" in explorer.plain.text


@pytest.mark.parametrize(
    ("tables", "country", "error", "says"),
    [
        (TABLES, "Keny", UnknownNameError, "Did you mean 'Kenya'"),
        ({"x": "internet_user"}, "Kenya", UnknownNameError, "Did you mean 'internet_users'"),
        ({"x": "events"}, "Kenya", TableShapeError, "no figures by country"),
        ({}, "Kenya", TableShapeError, "no strips"),
    ],
)
def test_bad_questions_are_refused(tables, country, error, says):
    for make in (infosoc.plot.profile, infosoc.explore.profile):
        with pytest.raises(error, match=says):
            make(tables, country=country)


def test_a_live_picture_has_a_stroke_at_the_place_of_every_country():
    tables = {"Access": "internet_users", "Power": "electricity_access"}
    explorer = infosoc.explore.profile(tables, country="Kenya")
    (path,) = json.loads(explorer.figure.sent)["strokes"]
    strokes = np.array(re.findall(r"M([\d.]+),([\d.]+)V([\d.]+)", path["d"]), dtype=float)
    low, high = explorer.figure.drawn["layout"]["xaxis"]["range"]
    saved = infosoc.plot.profile(tables, country="Kenya").figure.data[0]
    assert low + strokes[:, 0] * (high - low) == pytest.approx(saved.x, abs=1e-4)
    assert strokes[:, 1:].mean(axis=1) == pytest.approx(saved.y)
    assert (strokes[:, 2] - strokes[:, 1] == profiles.TALL).all()
