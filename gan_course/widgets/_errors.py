"""The one error a widget raises for something it was given."""

from __future__ import annotations

from traitlets import TraitError

from gan_course.errors import GanCourseError


class WidgetError(GanCourseError, TraitError):
    """A value a widget cannot use; one line: what was given, the rule, the mend.

    It is a `TraitError` as well, so traitlets treats it as a refused value: the old one stays.

    Args:
        given: the refused value.
        rule: what the value must be.
        mend: what to write instead.
    """

    def __init__(self, given: object, rule: str, mend: str) -> None:
        text = repr(given)
        super().__init__(f"got {text if len(text) <= 80 else text[:77] + '...'}: {rule}; {mend}.")
