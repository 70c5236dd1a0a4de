"""Whether to show progress bars: yes, unless told otherwise."""

from __future__ import annotations

import os

VARIABLE = "GAN_COURSE_PROGRESS"


def wanted(progress: bool | None) -> bool:
    """Say whether a bar should be shown.

    Args:
        progress: The caller's word, which wins; None leaves it to the variable GAN_COURSE_PROGRESS, where
            0 means no (notebooks are built that way, since a bar never prints the same thing twice).
    """
    return os.environ.get(VARIABLE, "1") != "0" if progress is None else progress
