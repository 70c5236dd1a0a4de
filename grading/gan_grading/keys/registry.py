"""Find how the exercises of an assignment are judged: by their keys, beside the course's solutions."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from gan_course.exercises.run import Probe
from gan_grading.course import find_course, home_course
from gan_grading.errors import GradingError
from gan_grading.keys.load import keys_in, probe_of


class NoProbe(GradingError):
    """An exercise or assignment has no probe."""


@cache
def probes_of(assignment: str, folder: Path | None = None) -> dict[str, Probe]:
    """Return how an assignment's exercises are judged, by exercise id.

    Args:
        assignment: folder name, e.g. ``03_minimax``; its keys live in ``solutions/03_minimax/exercises``.
        folder: of the assignment's source, in a course of one's own; keys in it come before this course's.

    Raises:
        NoProbe: if the assignment has none.
    """
    # A course of somebody else's may hold an assignment of this one, and its keys come with the package.
    home = home_course()
    folders = [home.solutions / assignment] if home else []
    folders += [find_course().solutions / assignment] if folder is None else [folder]
    keys = {name: key for place in folders for name, key in keys_in(place).items()}
    if not keys:
        raise NoProbe(
            f"no keys for assignment {assignment!r}: each exercise needs solutions/{assignment}/exercises/"
            "<exercise>.py; write one as CONTRIBUTING shows"
        )
    return {name: probe_of(key) for name, key in keys.items()}


def probe_for(assignment: str, exercise: str, folder: Path | None = None) -> Probe:
    """Return how one exercise is judged.

    Raises:
        NoProbe: if it has no key.
    """
    probes = probes_of(assignment, folder)
    if exercise not in probes:
        raise NoProbe(
            f"no key for exercise {exercise!r} of {assignment}: known are {', '.join(sorted(probes))}; "
            f"add solutions/{assignment}/exercises/{exercise}.py"
        )
    return probes[exercise]
