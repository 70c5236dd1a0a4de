import inspect

import pytest

from gan_course import errors


def test_every_error_can_be_caught_as_one():
    """A lesson that catches GanCourseError must catch all of the library's errors."""
    for _, kind in inspect.getmembers(errors, inspect.isclass):
        if kind.__module__ == errors.__name__:
            assert issubclass(kind, errors.GanCourseError)


@pytest.mark.parametrize(
    ("given", "known", "message"),
    [
        (
            "rnig",
            ["ring", "grid"],
            "no data set is called 'rnig': did you mean 'ring'? There are: grid, ring.",
        ),
        ("zzz", ["ring"], "no data set is called 'zzz'. There are: ring."),
        ("x", [], "no data set is called 'x'. There are: none."),
    ],
)
def test_unknown_name_says_what_there_is(given, known, message):
    assert str(errors.unknown_name("data set", given, known)) == message
