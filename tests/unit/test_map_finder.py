"""Every State of the UN is found by its name, on both maps and in the table."""

import pytest

import infosoc

SOME = [("Tuvalu", "TUV"), ("United States", "USA"), ("New Zealand", "NZL")]


@pytest.fixture(scope="module")
def finder():
    meetings = infosoc.load("igf_meetings").dropna(subset=["country_iso3"])
    hosts = meetings.drop_duplicates("country_iso3").assign(meetings="host")
    return infosoc.explore.find_on_maps(
        hosts, value="meetings", title="Hosts of the IGF", missing="no meeting yet"
    )


def pointed_out(figure):
    names = [shape["label"]["text"] for shape in figure.over["shapes"] if "label" in shape]
    return len(figure.over["shapes"]) - len(names), "".join(names)


def test_all_member_states_are_offered_and_stand_in_the_table(finder):
    countries = infosoc.load("countries")
    states = countries[countries["un_state"].fillna(False)]
    assert len(states) == 195  # 193 members and two observers
    assert sorted(finder.country.options) == sorted(states["name"])
    assert sorted(finder.table["country"]) == sorted(states["name"])


def test_every_state_is_pointed_out_on_both_maps(finder):
    for name in finder.country.options:
        finder.country.value = name
        for figure in (finder.world, finder.tiles):
            rings, label = pointed_out(figure)
            assert rings == 1, name
            assert label.startswith("<b>"), name
        assert "A ring shows it on both maps." in finder.said.value


def test_a_host_is_told_from_a_state_without_a_meeting(finder):
    finder.country.value = "Greece"
    assert "Greece, meetings: host." in finder.said.value
    finder.country.value = "Tuvalu"
    assert "Tuvalu, meetings: no meeting yet." in finder.said.value


def test_letters_that_are_still_being_typed_take_the_ring_away(finder):
    finder.country.value = "Tuvalu"
    finder.country.value = "<b>Tuv"
    assert "<b>Tuv" in finder.said.value
    assert "is not in the list" in finder.said.value
    assert pointed_out(finder.world)[0] == pointed_out(finder.tiles)[0] == 0


def test_a_ring_is_drawn_without_sending_the_maps_again(finder):
    finder.country.value = ""
    sent = []
    for figure in (finder.world, finder.tiles):
        figure.observe(sent.append)
    for typed in ("T", "Tu", "Tuv"):
        finder.country.value = typed
    assert sent == []
    finder.country.value = "Tuvalu"
    assert [change["name"] for change in sent] == ["over", "over"]
    for figure in (finder.world, finder.tiles):
        figure.unobserve_all()


def test_the_plain_form_holds_the_table_and_no_map(finder):
    assert finder.plain.html.count("<tr>") == 196
    assert "scatter" not in finder.plain.html
