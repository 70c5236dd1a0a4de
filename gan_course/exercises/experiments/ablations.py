"""An ablation that the answer designs: which runs it asks for, what its table holds, and what it concludes.

Runs cost nothing here: what a setting is worth is drawn anew, also differently for each seed. So a design is
judged by the runs it asks for, and its conclusion by what its own table shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gan_course.exercises.difference import type_text
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import as_float

VERSION = 1
SEEDS = 3
FORM, DESIGN, TABLE, VERDICT = "returns a table", "the runs asked for", "the table's numbers", "what follows"
# A remedy that is needed on all seeds, one that helps on average alone, and one that does harm.
NAMES = ("r1", "decay", "average", "smoothing")
COSTS = {
    "needed": (0.2, 0.11, 0.15),
    "on average": (0.3, -0.06, 0.2),
    "useless": (-0.08, -0.02, -0.05),
}

NO_TABLE = Misconception(
    "wrong_table",
    "The table has not the rows that were asked for.",
    'Return a dictionary with the row "all", a row for each name in `off`, and the list "needed".',
)
NO_BASELINE = Misconception(
    "no_baseline",
    "Nothing is compared with the settings as they were: `full` was never played.",
    "What a remedy is worth is a difference. From what?",
)
SEVERAL = Misconception(
    "several_at_once",
    "A run differs from `full` in more than one setting.",
    "If two things change, nobody knows which of them did it. Take away one remedy, and leave all else as it is.",
)
NOT_OFF = Misconception(
    "not_switched_off",
    "A remedy was never switched off, or set to another value than the one that switches it off.",
    "`off` holds for each remedy the value it has when it is not there.",
)
FEW_SEEDS = Misconception(
    "too_few_seeds",
    "A row was not played with three different seeds.",
    "One run of a GAN proves nothing. Each row needs three numbers that came from three random starts.",
)
OTHER_SEEDS = Misconception(
    "unpaired_seeds",
    "Rows were played with different seeds.",
    "With the same seeds in every row, a number and the one above it differ in the remedy alone.",
    share=0.5,
)
NOT_PLAYED = Misconception(
    "other_numbers",
    "A row does not hold what its runs gave, in the order of the seeds.",
    "A row is a list of three numbers: what run(...) returned for the first seed, the second and the third.",
    share=0.5,
)
BY_MEAN = Misconception(
    "by_the_mean",
    "A remedy is called needed that helped on some seeds only.",
    "The text asks for every seed: compare number by number, not mean with mean.",
    share=0.5,
)
VERDICT_WRONG = Misconception(
    "wrong_conclusion",
    "What is concluded does not follow from the table.",
    'Read your own table: for which names is each of the three numbers smaller than the one of the row "all"?',
    share=0.5,
)
MODIFIES = Misconception(
    "modifies_settings",
    "Your function changes a dictionary it was given.",
    "`full` is needed for the next row. Make a new dictionary for each: {**full, name: value}.",
    share=0.5,
)
MISCONCEPTIONS = (
    NO_TABLE,
    NO_BASELINE,
    SEVERAL,
    NOT_OFF,
    FEW_SEEDS,
    OTHER_SEEDS,
    NOT_PLAYED,
    BY_MEAN,
    VERDICT_WRONG,
    MODIFIES,
)


@dataclass(frozen=True)
class _World:
    """One set of remedies and what they are worth."""

    full: Mapping[str, float]
    off: Mapping[str, float]
    starts: tuple[float, ...]
    costs: Mapping[str, tuple[float, ...]]

    def changed(self, settings: Mapping[str, float]) -> dict[str, float]:
        """Return what differs from the full settings."""
        return {name: value for name, value in settings.items() if value != self.full[name]}


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Let the answer design its runs in two worlds, with three and with four remedies."""
    for many in (3, 4):
        world = _build(inputs, many)
        run = student.spy_run("run", world.full, world.starts, world.costs)
        student.tape()
        table = student.call(exercise, run, dict(world.full), dict(world.off)).value
        events = student.tape()
        form = f"returned {type_text(table)}"
        findings.insist(isinstance(table, Mapping), FORM, "wrong_type", form)
        runs = _judge_design(world, findings, events)
        names = ", ".join(sorted(map(str, table)))[:80]
        findings.insist({*world.off, "all", "needed"} == set(table), FORM, "wrong_table", f"rows {names}")
        _judge_table(world, findings, table, runs)
        _judge_kept(student, world, findings, exercise)


def _build(inputs: Inputs, many: int) -> _World:
    start = inputs.integer(0, len(NAMES) - 1)
    names = [NAMES[(start + i) % len(NAMES)] for i in range(many)]
    kinds, first = list(COSTS), inputs.integer(0, len(COSTS) - 1)
    costs = {name: COSTS[kinds[(first + i) % len(kinds)]] for i, name in enumerate(names)}
    full = {"g_lr": 2e-3, "d_lr": 2e-3} | {name: inputs.number(0.1, 0.9) for name in names}
    off = {name: (0.0, 1.0)[i % 2] for i, name in enumerate(names)}
    return _World(full, off, tuple(inputs.number(0.6, 0.9) for _ in range(SEEDS)), costs)


def _judge_design(
    world: _World, findings: Findings, events: list[dict[str, Any]]
) -> dict[str, dict[int, float]]:
    """Insist on runs from which something follows; return what they gave, by row and seed."""
    rows: dict[str, dict[int, float]] = {}
    for event in events:
        changed = world.changed(event["settings"])
        findings.insist(len(changed) <= 1, DESIGN, "several_at_once", _text(changed))
        name = next(iter(changed), "all")
        switched = name == "all" or changed[name] == world.off.get(name)
        findings.insist(switched, DESIGN, "not_switched_off", _text(changed))
        rows.setdefault(name, {})[event["seed"]] = event["value"]
    findings.insist("all" in rows, DESIGN, "no_baseline")
    missing = ", ".join(sorted(set(world.off) - set(rows)))
    findings.insist(not missing, DESIGN, "not_switched_off", missing)
    few = {name: len(row) for name, row in rows.items() if len(row) != SEEDS}
    findings.insist(not few, DESIGN, "too_few_seeds", ", ".join(f"{k}: {v}" for k, v in few.items()))
    if findings.require(
        len({tuple(sorted(r)) for r in rows.values()}) == 1, "paired seeds", "unpaired_seeds"
    ):
        findings.passed(DESIGN)
    return rows


def _judge_table(
    world: _World, findings: Findings, table: Mapping[str, Any], runs: Mapping[str, Mapping[int, float]]
) -> None:
    shown = {name: _numbers(table[name]) for name in runs}
    for name, row in runs.items():
        # In the order of the seeds, whichever order they were played in.
        orders = [list(row.values()), [row[s] for s in runs["all"]] if set(row) == set(runs["all"]) else []]
        findings.insist(shown[name] in orders, TABLE, "other_numbers", f"row {name!r}: {shown[name]}"[:90])
    findings.passed(TABLE)
    found = table["needed"]
    named = isinstance(found, list | tuple) and all(isinstance(name, str) for name in found)
    findings.insist(named, VERDICT, "wrong_type", f'"needed" is {type_text(found)}')
    base = shown["all"]
    lower = {n: [a < b for a, b in zip(shown[n], base, strict=True)] for n in world.off}
    wanted = {name for name, signs in lower.items() if all(signs)}
    by_mean = {name for name in world.off if sum(shown[name]) < sum(base)}
    if set(found) == wanted and len(found) == len(wanted):
        findings.passed(VERDICT)
        return
    name = "by_the_mean" if set(found) == by_mean else "wrong_conclusion"
    findings.miss(VERDICT, name, f"named {', '.join(map(str, found)) or 'none'}"[:90])


def _judge_kept(student: Student, world: _World, findings: Findings, exercise: str) -> None:
    run = student.spy_run("run", world.full, world.starts, world.costs)
    after = student.twice(exercise, run, dict(world.full), dict(world.off)).after[1:]
    kept = after == [dict(world.full), dict(world.off)]
    findings.require(kept, "leaves the settings alone", "modifies_settings")


def _numbers(row: Any) -> list[float]:
    values = [as_float(v) for v in row] if isinstance(row, list | tuple) else []
    return [round(v, 4) for v in values if v is not None]


def _text(changed: Mapping[str, float]) -> str:
    return ", ".join(f"{name} = {value:g}" for name, value in changed.items())
