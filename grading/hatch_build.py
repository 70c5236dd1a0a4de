"""What the grading wheel carries beside its code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedCourse(BuildHookInterface):  # type: ignore[type-arg]
    """Put the course itself into the wheel, for a grader without a checkout: sources, notebooks and keys.

    An editable installation reads them from the checkout; a copy in the environment would be in reach of the
    student's interpreter.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add ``solutions/`` where the wheel is not an editable one."""
        if version == "standard":
            solutions = Path(self.root).parent / "solutions"
            build_data["force_include"][str(solutions)] = "gan_grading/shipped/solutions"
