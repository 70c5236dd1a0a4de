"""What a run leaves behind: plain lists and numbers, nothing that holds a graph or a device."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from gan_course.errors import MissingPackageError

if TYPE_CHECKING:
    import pandas as pd


@dataclass
class History:
    """The numbers of one run.

    Attributes:
        losses: By name (``"d"``, ``"g"``), one number for each iteration.
        measured: By name, what callbacks returned: pairs of iteration and value.
        seconds: Time spent in training, callbacks included.
        stopped: Why the run ended early, such as ``"interrupted"``; empty if it did not.
        settings: The options of the run, for the record.
    """

    losses: dict[str, list[float]] = field(default_factory=dict)
    measured: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    seconds: float = 0.0
    stopped: str = ""
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def d(self) -> list[float]:
        """The discriminator's loss at each iteration (the mean of the k steps where k > 1)."""
        return self.losses.get("d", [])

    @property
    def g(self) -> list[float]:
        """The generator's loss at each iteration."""
        return self.losses.get("g", [])

    @property
    def steps(self) -> int:
        """Iterations done so far."""
        return max((len(values) for values in self.losses.values()), default=0)

    @property
    def rate(self) -> float:
        """Iterations a second."""
        return self.steps / self.seconds if self.seconds > 0 else 0.0

    def record(self, step: int, values: dict[str, float]) -> None:
        """Add what a callback measured after an iteration.

        Args:
            step: The iteration, counted from 1.
            values: Numbers by name.
        """
        for name, value in values.items():
            self.measured.setdefault(name, []).append((step, float(value)))

    def to_dict(self) -> dict[str, Any]:
        """Return everything as lists, numbers and strings, ready for ``json.dump``."""
        return asdict(self)

    @classmethod
    def from_dict(cls, saved: dict[str, Any]) -> History:
        """Build a history from what ``to_dict`` returned, also after a trip through JSON."""
        measured = {
            name: [(int(step), float(value)) for step, value in pairs]
            for name, pairs in saved.get("measured", {}).items()
        }
        return cls(**{**saved, "measured": measured})

    def to_pandas(self) -> pd.DataFrame:
        """Return a table with one row an iteration; what was not measured there is NaN.

        Raises:
            MissingPackageError: If pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise MissingPackageError(
                "the table needs pandas, which is not here: pip install pandas, or use history.to_dict()."
            ) from error
        table = pd.DataFrame(self.losses, index=pd.RangeIndex(1, self.steps + 1, name="step"))
        for name, pairs in self.measured.items():
            table[name] = pd.Series(dict(pairs), dtype=float)
        return table

    def __repr__(self) -> str:
        last = ", ".join(f"{name} {values[-1]:.3f}" for name, values in self.losses.items() if values)
        stopped = f", {self.stopped}" if self.stopped else ""
        done = f"{self.steps} iterations in {self.seconds:.1f} s"
        return f"<History: {done}, last losses: {last or 'none'}{stopped}>"
