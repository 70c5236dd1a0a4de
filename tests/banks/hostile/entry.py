"""What a hostile entry is, and the tools that make one out of a correct submission."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

Notebook = dict[str, Any]
Build = Callable[[Notebook], "Notebook | bytes"]

POINTS = {"discriminator_loss": 6.0, "saturating_generator_loss": 4.0, "double": 2.0, "make_generator": 5.0}
FULL = dict(POINTS)
ZERO = dict.fromkeys(POINTS, 0.0)
LOSSES_LOST = {**FULL, "discriminator_loss": 0.0, "saturating_generator_loss": 0.0}
FIRST_LOST = {**FULL, "discriminator_loss": 0.0}

# Wrong, and free of errors: what a tampering submission would like to see rewarded.
WRONG_LOSSES = {
    "discriminator_loss": "def discriminator_loss(real_logits, fake_logits):\n    return real_logits.sum() * 0",
    "saturating_generator_loss": "def saturating_generator_loss(fake_logits):\n    return fake_logits.sum() * 0",
}
RIGHT_D = "F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()"


DANGEROUS = frozenset(
    {
        "fills_the_disk",
        "fork_bomb",
        "forks_and_waits",
        "kills_everything",
        "kills_its_parent",
        "leaves_a_daemon",
        "leaves_a_process",
        "makes_namespaces",
        "memory_grows",
        "thread_bomb",
        "writes_the_gradebook",
    }
)


@dataclass(frozen=True)
class Entry:
    """One submission.

    Attributes:
        name: short and unique.
        build: makes it out of a correct submission.
        points: what each exercise must get.
        reason: why.
        says: words that a finding or a notice must contain, so that a person learns what happened.
    """

    name: str
    build: Build
    points: dict[str, float]
    reason: str
    says: str = ""

    @property
    def needs_sandbox(self) -> bool:
        """Whether trying it without a sandbox could harm the machine it is tried on."""
        return self.name in DANGEROUS


def answer_cell(notebook: Notebook, exercise: str) -> dict[str, Any]:
    """Return the cell with a grade_id."""
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == exercise:
            return cell
    raise KeyError(exercise)


def place_of(notebook: Notebook, exercise: str) -> int:
    """Return the index of the cell with a grade_id."""
    return notebook["cells"].index(answer_cell(notebook, exercise))


def code_cell(source: str) -> dict[str, Any]:
    """Return a cell of a student's own."""
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None}


def answering(**answers: str) -> Build:
    """Replace answers by exercise id."""

    def build(notebook: Notebook) -> Notebook:
        for exercise, source in answers.items():
            answer_cell(notebook, exercise)["source"] = source
        return notebook

    return build


def with_cell(source: str, before: str = "discriminator_loss", **answers: str) -> Build:
    """Add a cell of the student's own before an exercise, and replace answers."""

    def build(notebook: Notebook) -> Notebook:
        answering(**answers)(notebook)
        notebook["cells"].insert(place_of(notebook, before), code_cell(source))
        return notebook

    return build


def wrong_with(source: str) -> Build:
    """Add a cell in front of wrong losses."""
    return with_cell(source, **WRONG_LOSSES)


def d_loss(*lines: str) -> Build:
    """Give ``discriminator_loss`` this body, one statement a line."""
    body = "\n".join(f"    {line}" for line in lines)
    return answering(discriminator_loss=f"def discriminator_loss(real_logits, fake_logits):\n{body}")


def edited(change: Callable[[Notebook], Notebook | bytes | None]) -> Build:
    """Change the notebook in place, or return another one."""

    def build(notebook: Notebook) -> Notebook | bytes:
        copy = deepcopy(notebook)
        changed = change(copy)
        return copy if changed is None else changed

    return build
