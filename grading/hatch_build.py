"""What the grading distributions carry beside their code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedCourse(BuildHookInterface):  # type: ignore[type-arg]
    """Put the course itself into both, for a grader without a checkout: sources, notebooks and keys.

    An editable installation reads them from the checkout; a copy in the environment would be in reach of the
    student's interpreter.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add ``solutions/`` where the distribution is not an editable one."""
        if version != "standard":
            return
        own = Path(self.root) / "solutions"  # in an unpacked sdist
        solutions = own if own.is_dir() else Path(self.root).parent / "solutions"
        place = "solutions" if self.target_name == "sdist" else "gan_grading/shipped/solutions"
        build_data["force_include"][str(solutions)] = place
