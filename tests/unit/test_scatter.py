"""Scatter charts and their explorer: both figures or no mark, and words that say how they go."""

from itertools import combinations

import pandas as pd
import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.plot import scatter_charts

NUMBERS = list(range(1, 11))


def rows(**changes):
    columns = {"who": [f"c{n}" for n in NUMBERS], "x": NUMBERS, "y": NUMBERS, "part": "A"}
    return pd.DataFrame({**columns, **changes})


def draw(frame, **options):
    return infosoc.plot.scatter(frame, x="x", y="y", label="who", **options)


def points(exhibit):
    return [trace for trace in exhibit.figure.data if trace.mode == "markers"]


@pytest.mark.parametrize(
    ("y", "says"),
    [
        (NUMBERS, "nearly always is higher too (correlation of ranks +1.00)"),
        (NUMBERS[::-1], "nearly always is lower (correlation of ranks -1.00)"),
        ([1, 4, 2, 8, 3, 10, 5, 6, 7, 9], "is often higher too (correlation of ranks +0.67)"),
        ([6, 1, 9, 4, 8, 3, 10, 2, 7, 5], "little to do with each other"),
    ],
)
def test_the_words_fit_the_correlation_of_ranks(y, says):
    assert says in draw(rows(y=y)).summary


def test_ranks_count_and_not_sizes():
    # Equal steps or ten times as much: the order is the same.
    assert "+1.00" in draw(rows(y=[10**n for n in NUMBERS])).summary


def test_few_rows_get_no_correlation():
    assert "correlation" not in draw(rows().head(7)).summary


def test_a_row_without_one_figure_is_counted_and_not_drawn():
    exhibit = draw(rows(y=[None, *NUMBERS[1:]]))
    assert len(points(exhibit)[0].x) == 9
    assert "1 more lack a figure and are not drawn; that is not zero." in exhibit.summary
    assert len(exhibit.table) == 9


def test_groups_are_told_apart_by_colour_and_symbol():
    exhibit = draw(rows(part=list("AB") * 5), group="part")
    assert [trace.name for trace in points(exhibit)] == ["A", "B"]
    assert len({(t.marker.color, t.marker.symbol) for t in points(exhibit)}) == 2
    assert exhibit.figure.layout.showlegend


def test_a_row_without_a_group_is_drawn_too():
    exhibit = draw(rows(part=["A"] * 9 + [None]), group="part")
    assert [trace.name for trace in points(exhibit)] == ["A", "no group"]


def test_an_axis_of_ratios_holds_all_figures():
    axis = draw(rows(x=[10.0**n for n in NUMBERS]), log_x=True).figure.layout.xaxis
    assert axis.type == "log"
    assert axis.range[0] < 1
    assert axis.range[1] > 10


def test_a_percentage_gets_the_whole_scale():
    axis = draw(rows(), y_unit="percent of population").figure.layout.yaxis
    assert axis.range[0] <= 0
    assert axis.range[1] >= 100


def test_names_that_are_written_do_not_overlap():
    close = rows(x=[50.0] * 4 + NUMBERS[4:], y=[50.0] * 4 + NUMBERS[4:])
    known = scatter_charts.complete(close, "x", "y")
    across = scatter_charts.Axis("x", "x", bounds=(0.0, 100.0))
    up = scatter_charts.Axis("y", "y", bounds=(0.0, 100.0))
    four = known.head(4)
    sides = scatter_charts._sides(four, across, up, "who")
    boxes = [
        scatter_charts._box(
            row["x"] / 100 * scatter_charts.PLOT_WIDTH,
            row["y"] / 100 * scatter_charts.PLOT_HEIGHT,
            scatter_charts.LETTER * 2,
            side,
        )
        for row, side in zip(four.to_dict("records"), sides, strict=True)
    ]
    assert not any(scatter_charts._touch(one, other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize(
    ("frame", "options", "error", "says"),
    [
        (rows().head(0), {}, TableShapeError, "no rows"),
        (rows(y=None), {}, TableShapeError, "no row has both"),
        (rows(x=[0, *NUMBERS[1:]]), {"log_x": True}, TableShapeError, "give above zero"),
        (rows(), {"named": ["c11"]}, UnknownNameError, "Did you mean 'c1'"),
        (rows(part=list("abcdefghij")), {"group": "part"}, TableShapeError, "10 groups cannot"),
        (rows(), {"group": "parts"}, UnknownNameError, "Did you mean 'part'"),
    ],
)
def test_bad_rows_are_refused(frame, options, error, says):
    with pytest.raises(error, match=says):
        draw(frame, **options)


@pytest.fixture(scope="module")
def explorer():
    return infosoc.explore.scatter(named=["India"])


def test_the_explorer_draws_who_has_both_figures(explorer):
    explorer.across.value, explorer.year.value, explorer.country.value = (
        "electricity_access",
        2020,
        "",
    )
    users = infosoc.load("internet_users").query("year == 2020")
    power = infosoc.load("electricity_access").query("year == 2020")
    both = set(users.country_iso3) & set(power.country_iso3)
    assert set(explorer.shown()["country_iso3"]) == both
    assert f"Scatter chart with {len(both)} marks" in explorer.said.value
    assert "2020" in explorer.figure.drawn["layout"]["title"]["text"]


def test_the_axes_stay_from_year_to_year(explorer):
    explorer.across.value = "gdp_per_person"
    ranges = set()
    for year in (2000, 2010, 2023):
        explorer.year.value = year
        layout = explorer.figure.drawn["layout"]
        ranges.add((tuple(layout["xaxis"]["range"]), tuple(layout["yaxis"]["range"])))
    assert len(ranges) == 1


def test_the_slider_offers_only_years_with_figures(explorer):
    explorer.across.value = "gdp_per_person"
    explorer.year.value = explorer.year.max
    assert explorer.year.max == 2024
    explorer.across.value = "electricity_access"
    assert (explorer.year.min, explorer.year.max, explorer.year.value) == (2000, 2023, 2023)
    for year in range(explorer.year.min, explorer.year.max + 1):
        explorer.year.value = year
        assert len(explorer.shown()) >= 20


def test_rare_surveys_are_used_for_some_years_and_the_words_say_so(explorer):
    explorer.across.value = "adult_literacy"
    explorer.year.value = 2020
    found = explorer.shown()
    assert found["x_year"].between(2015, 2020).all()
    assert (found["x_year"] < 2020).any()
    literacy = infosoc.load("adult_literacy").set_index(["country_iso3", "year"])["value"]
    for row in found.head(20).itertuples():
        assert literacy[row.country_iso3, row.x_year] == row.x
    assert "surveys are rare" in explorer.said.value


def test_a_country_gets_a_ring_and_its_figures_in_words(explorer):
    explorer.across.value = "electricity_access"
    explorer.year.value = 2020
    explorer.country.value = "Kenya"
    ring, plate = explorer.figure.over["shapes"]
    kenya = explorer.shown().set_index("country").loc["Kenya"]
    for axis in ("x", "y"):
        low, high = explorer.figure.drawn["layout"][f"{axis}axis"]["range"]
        assert ring[f"{axis}anchor"] == pytest.approx((kenya[axis] - low) / (high - low), abs=1e-3)
        assert ring[f"{axis}ref"] == f"{axis} domain"
    assert plate["label"]["text"] == "<b>Kenya</b>"
    assert "A ring shows Kenya: across" in explorer.said.value
    drawn_now = set(explorer.shown()["country"])
    other = next(name for name in explorer.country.options if name not in drawn_now)
    explorer.country.value = other
    assert "lacks a figure for this year and is not drawn" in explorer.said.value
    assert explorer.figure.over["shapes"] == []
    explorer.country.value = "<b>Ken"
    assert "<b>Ken" in explorer.said.value
    explorer.country.value = ""


def test_a_region_keeps_its_look(explorer):
    looks = {}
    for table in ("electricity_access", "adult_literacy"):
        explorer.across.value = table
        for trace in explorer.figure.data:
            if trace.get("name"):
                looks.setdefault(trace["name"], set()).add(trace["marker"]["color"])
    assert set(looks) == {"Africa", "Americas", "Asia", "Europe", "Oceania"}
    assert {len(found) for found in looks.values()} == {1}


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"tables": ["events"]}, TableShapeError, "no figures by country"),
        ({"against": "internet_user"}, UnknownNameError, "Did you mean 'internet_users'"),
        ({"group": "region"}, UnknownNameError, "un_region"),
        ({"named": ["Kenia"]}, UnknownNameError, "Did you mean 'Kenya'"),
    ],
)
def test_what_cannot_be_explored_is_refused(options, error, says):
    with pytest.raises(error, match=says):
        infosoc.explore.scatter(**options)
