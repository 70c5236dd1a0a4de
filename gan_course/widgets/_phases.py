"""The parts of one training iteration in the order slow motion shows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Phase:
    """One thing that happens.

    Attributes:
        name: short id, shown to the browser.
        parts: the parts of the diagram that light up.
        text: one sentence for people.
        acts: True for the phase in which the weights change.
    """

    name: str
    parts: tuple[str, ...]
    text: str
    acts: bool = False

    def shown(self) -> dict[str, object]:
        """Return what the browser needs."""
        return {"name": self.name, "parts": list(self.parts), "text": self.text}


D_PHASES = (
    Phase("d_noise", ("noise",), "D's turn, 1 of 6: draw fresh noise z."),
    Phase(
        "d_fake", ("noise", "generator", "fake"), "D's turn, 2 of 6: G, held constant, turns z into samples."
    ),
    Phase("d_real", ("real",), "D's turn, 3 of 6: draw a batch of real points."),
    Phase("d_judge", ("real", "fake", "discriminator"), "D's turn, 4 of 6: D judges both batches."),
    Phase("d_loss", ("discriminator", "d_loss"), "D's turn, 5 of 6: its loss says how wrong it was."),
    Phase(
        "d_move",
        ("d_loss", "d_gradient", "discriminator"),
        "D's turn, 6 of 6: the gradient flows back into D and only D moves.",
        acts=True,
    ),
)
G_PHASES = (
    Phase("g_noise", ("noise",), "G's turn, 1 of 6: draw fresh noise z."),
    Phase("g_fake", ("noise", "generator", "fake"), "G's turn, 2 of 6: G turns z into samples."),
    Phase("g_judge", ("fake", "discriminator"), "G's turn, 3 of 6: D, held constant, judges them."),
    Phase("g_loss", ("discriminator", "g_loss"), "G's turn, 4 of 6: G's loss is small where D was fooled."),
    Phase(
        "g_back",
        ("g_loss", "g_gradient", "discriminator", "fake"),
        "G's turn, 5 of 6: the gradient flows back through D to every sample: the arrows.",
    ),
    Phase(
        "g_move",
        ("g_gradient", "generator"),
        "G's turn, 6 of 6: and on into G; only G moves, and its samples follow the arrows.",
        acts=True,
    ),
)
