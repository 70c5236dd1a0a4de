"""Find the probes of an assignment: one folder an assignment, one module an exercise or family."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from gan_grading.errors import GradingError
from gan_grading.probes.probe import Probe


class NoProbe(GradingError):
    """An exercise or assignment has no probe."""


@cache
def probes_of(assignment: str) -> dict[str, Probe]:
    """Return the probes of an assignment by exercise id.

    Args:
        assignment: folder name, e.g. ``03_minimax``; its probes live in
            ``gan_grading.probes.a03_minimax``, each module listing its own in ``PROBES``.

    Raises:
        NoProbe: if the assignment has no probes.
    """
    name = f"{__package__}.a{assignment}"
    try:
        package = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise NoProbe(
            f"no probes for assignment {assignment!r}: each assignment needs a package {name}; "
            "write one as CONTRIBUTING shows"
        ) from error
    found: dict[str, Probe] = {}
    for module in pkgutil.iter_modules(package.__path__):
        for probe in getattr(importlib.import_module(f"{name}.{module.name}"), "PROBES", ()):
            if probe.exercise in found:
                raise NoProbe(f"two probes for exercise {probe.exercise!r} in {name}: keep one")
            found[probe.exercise] = probe
    return found


def probe_for(assignment: str, exercise: str) -> Probe:
    """Return the probe of one exercise.

    Raises:
        NoProbe: if there is none.
    """
    probes = probes_of(assignment)
    if exercise not in probes:
        raise NoProbe(
            f"no probe for exercise {exercise!r} of {assignment}: known are {', '.join(sorted(probes))}; "
            "add one to its PROBES"
        )
    return probes[exercise]
