"""What a run of a solved notebook needs so that its stored outputs repeat."""

from __future__ import annotations

from collections.abc import Mapping

# Probes draw hidden seeds unless they are given one, and show which ones they used.
REPLAY_VARIABLES = {"GAN_GRADING_SEED": "0"}

# What a grading run sets: a stored notebook must look like a reader's own run.
GRADING_VARIABLES = ("GAN_COURSE_SKIP_DEMOS", "NBGRADER_EXECUTION")


def replay_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment in which a solved notebook is executed and replayed."""
    kept = {name: value for name, value in environment.items() if name not in GRADING_VARIABLES}
    return kept | REPLAY_VARIABLES
