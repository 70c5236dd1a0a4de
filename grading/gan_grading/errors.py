"""Every error the instructor's side raises on purpose.

::

    GradingError
    ├── CourseError                   the course cannot be read
    │   ├── CourseNotFoundError       no folder with solutions/ at or above the place looked at
    │   ├── UnknownAssignmentError    a name that is not among the assignments
    │   └── SourceError               a percent source that does not parse or breaks the form of an exercise
    ├── ReleaseError                  an assignment that cannot be released
    │   ├── RulesBrokenError          the source breaks one or more rules of release
    │   ├── StaleNotebookError        the stored outputs belong to other code
    │   └── ExecutionFailedError      a cell of the solved notebook raised, hung or lost its kernel
    └── SubmissionError               a submission that cannot be read

Each message is one line: what was given, the rule, the mend.
"""

from __future__ import annotations

from gan_grading.shown import shown

LONGEST = 2000


def one_line(text: str) -> str:
    """Return the text as one line, with what a terminal would obey escaped: file names may hold anything."""
    return shown(text, LONGEST)


class GradingError(Exception):
    """The base of every error of this package.

    Args:
        given: what was given or found; alone, the whole line.
        rule: what must hold.
        mend: what to do about it.
    """

    def __init__(self, given: str, rule: str = "", mend: str = "") -> None:
        self.given, self.rule, self.mend = one_line(given), one_line(rule), one_line(mend)
        line = f"{self.given}: {self.rule}" if rule else self.given
        super().__init__(f"{line}; {self.mend}" if mend else line)


class CourseError(GradingError):
    """The course cannot be read."""


class CourseNotFoundError(CourseError):
    """No course folder where one was looked for."""


class UnknownAssignmentError(CourseError):
    """A name that is not among the assignments."""


class SourceError(CourseError):
    """A percent source that does not parse or breaks the form of an exercise."""


class ReleaseError(GradingError):
    """An assignment that cannot be released."""


class RulesBrokenError(ReleaseError):
    """The source breaks one or more rules of release."""


class StaleNotebookError(ReleaseError):
    """The stored outputs belong to other code."""


class ExecutionFailedError(ReleaseError):
    """A cell of the solved notebook raised, hung or lost its kernel."""


class SubmissionError(GradingError):
    """A submission that cannot be read."""
