import pytest

from gan_course.data import load, names
from gan_course.errors import GanCourseError, UnknownNameError


def test_every_name_can_be_described_in_a_list():
    assert {"ring", "grid", "digits"} <= set(names())


def test_options_reach_the_data_set():
    assert len(load("ring", modes=5).modes) == 5


def test_unknown_name_lists_the_names():
    with pytest.raises(UnknownNameError) as caught:
        load("mnits")
    assert all(name in str(caught.value) for name in names())
    assert "\n" not in str(caught.value)


def test_unknown_option_is_one_line():
    with pytest.raises(GanCourseError, match="cannot be made with"):
        load("ring", colour="red")
