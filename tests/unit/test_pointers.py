"""A ring and a plate stay within the picture and never run what is in a name."""

import pytest

from infosoc.plot.pointers import pointer


@pytest.mark.parametrize(
    ("share", "inside"), [(0.0, (0, None)), (1.0, (None, 0)), (0.5, None), (0.14, (0, None))]
)
def test_the_plate_stands_on_the_inner_side(share, inside):
    _, plate = pointer(1, 2, "Tuvalu", share)
    if inside is None:
        assert plate["x0"] == -plate["x1"]
    else:
        left, right = inside
        assert (plate["x0"] == left) or (plate["x1"] == right)


def test_near_the_top_the_plate_stands_below():
    assert pointer(1, 2, "Tuvalu", 0.5, 0.5)[1]["y0"] > 0
    assert pointer(1, 2, "Tuvalu", 0.5, 0.99)[1]["y1"] < 0


def test_a_long_name_gets_a_wider_plate():
    short, long = (pointer(1, 2, name, 0.5)[1] for name in ("Chad", "Bosnia and Herzegovina"))
    assert long["x1"] > short["x1"]


def test_a_name_is_escaped():
    assert pointer(1, 2, "<script>", 0.5)[1]["label"]["text"] == "<b>&lt;script&gt;</b>"
