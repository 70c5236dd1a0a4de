"""``gan-grade selfcheck``: measure the grader on the banks."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gan_grading.commands.arguments import add_assignments, add_class, positive
from gan_grading.commands.types import Subparsers
from gan_grading.course import Assignment, find_course
from gan_grading.exercise import Exercise
from gan_grading.keys.seeds import SEEDS_PER_PROBE

if TYPE_CHECKING:
    from gan_grading.selfcheck import ExerciseMeasure
    from gan_grading.selfcheck.bank import BankAnswer


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "selfcheck",
        help="measure the grader on banks of right and wrong answers",
        description="Grade every answer of the banks over several secret seeds. Exits with 1 if a wrong "
        "answer is accepted, a right one rejected, a misconception missed, or points depend on the seed. "
        "Example: gan-grade selfcheck 03_minimax --exercise value_function",
    )
    add_assignments(parser)
    add_class(parser)
    parser.add_argument("--banks", type=Path, help="folder of the banks (default: tests/banks of the course)")
    parser.add_argument(
        "--seeds", type=positive, default=20, metavar="N", help="grading runs an answer (default 20)"
    )
    parser.add_argument(
        "--inputs",
        type=positive,
        default=SEEDS_PER_PROBE,
        metavar="M",
        help="sets of hidden inputs in a run, as many as a class is graded with (default 3); 1 is quicker",
    )
    parser.add_argument("--first-seed", type=int, default=0, metavar="S", help="base seed of the first run")
    parser.add_argument(
        "--exercise", action="append", default=[], help="only this exercise (may be repeated)"
    )
    parser.add_argument("--jobs", type=positive, default=2, metavar="J", help="answers tried side by side")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of the table")
    parser.add_argument(
        "--unlike",
        action="store_true",
        help="also list wrong answers that the visible check names in another way than the grade does",
    )
    parser.add_argument(
        "--against",
        type=Path,
        metavar="FILE",
        help="what --json printed before a change: list every answer that the change judges worse",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Measure the chosen assignments.

    Returns:
        0 if every count is zero, else 1.
    """
    from gan_grading.selfcheck import measure_assignment, read_bank
    from gan_grading.selfcheck.bank import BankError

    course = find_course()
    chosen = course.worked_on(arguments.assignments)
    runs = range(arguments.first_seed, arguments.first_seed + arguments.seeds)
    measures: list[ExerciseMeasure] = []
    problems: list[str] = []
    for assignment in chosen:
        banks = arguments.banks or assignment.home / "tests" / "banks"
        if not banks.is_dir():
            raise BankError(str(banks), "a bank is a folder of answers", "name it with --banks DIR")
        answers = read_bank(banks, assignment.name, [e.id for e in assignment.exercises])
        _insist_exercises(assignment, arguments.exercise)
        least = LEAST if assignment.home == course.root else LEAST_OF_OWN
        problems += _structure(assignment, answers, arguments.exercise, least)
        for measure in measure_assignment(
            assignment, answers, runs, arguments.jobs, arguments.exercise, arguments.inputs
        ):
            measures.append(measure)
            if not arguments.json:
                print(_row(measure, len(runs)), flush=True)
    problems += [line for measure in measures for line in measure.problems]
    if arguments.against:
        problems += judged_worse(json.loads(arguments.against.read_text(encoding="utf-8")), measures)
    if arguments.json:
        print(
            json.dumps(
                {
                    "schema": 1,
                    "seeds": len(runs),
                    "problems": problems,
                    "exercises": [asdict(m) for m in measures],
                }
            )
        )
    else:
        _print_totals(measures, problems, len(runs))
        if arguments.unlike:
            print(*(f"{m.assignment}/{line}" for m in measures for line in m.unlike), sep="\n")
    return 1 if problems else 0


def judged_worse(before: dict[str, Any], measures: list[ExerciseMeasure]) -> list[str]:
    """Compare with an earlier run: the gate for every change of the grader's own form.

    Args:
        before: what ``--json`` printed then.
        measures: of now.

    Returns:
        A line for each right answer that has fewer points on average, and each wrong one that has more.
    """
    then = {(m["assignment"], name): a for m in before["exercises"] for name, a in m["answers"].items()}
    lines = []
    for measure in measures:
        for name, (points, names) in measure.answers.items():
            old = then.get((measure.assignment, name))
            if old is None:
                continue
            was, now = (sum(p or 0.0 for p in all_) / len(all_) for all_ in (old[0], points))
            wrong = "/wrong/" in name
            if now - was > 1e-6 if wrong else was - now > 1e-6:
                said = f"{', '.join(old[1]) or 'nothing'} → {', '.join(names) or 'nothing'}"
                lines.append(f"{measure.assignment}/{name}: {was:g} points before, {now:g} now ({said})")
    return lines


def _insist_exercises(assignment: Assignment, wanted: list[str]) -> None:
    for name in wanted:
        assignment.exercise(name)


LEAST = {"correct": 6, "wrong": 8}  # answers that an exercise's bank holds
LEAST_OF_OWN = {"correct": 1, "wrong": 1}  # in a class: its instructor says how much is enough


def _structure(
    assignment: Assignment, answers: Sequence[BankAnswer], only: Sequence[str], least: Mapping[str, int]
) -> list[str]:
    """Rules every exercise must keep: unique id, points, a hint, a check, a key, nothing left to do."""
    from gan_grading.keys.registry import probes_of
    from gan_grading.release.rules import Subject, broken_rules
    from gan_grading.release.source import read_source

    ids = {e.id for e in assignment.exercises if e.is_probed}
    chosen = [e for e in assignment.exercises if e.is_probed and (not only or e.id in only)]
    probes = set(probes_of(assignment.name, assignment.source.parent))
    source = read_source(assignment.source)
    subject = Subject(assignment.name, assignment.source.name, source, frozenset(probes))
    return [
        *(str(problem) for problem in broken_rules(subject)),
        *(f"{assignment.name}/{name}: no probe" for name in sorted(ids - probes)),
        *(f"{assignment.name}/{name}: a probe without an exercise" for name in sorted(probes - ids)),
        *(line for exercise in chosen for line in _unfinished(assignment, exercise, answers, least)),
    ]


def _unfinished(
    assignment: Assignment, exercise: Exercise, answers: Sequence[BankAnswer], wanted: Mapping[str, int]
) -> list[str]:
    """Say what an exercise that was begun still lacks."""
    key = assignment.source.parent / "exercises" / f"{exercise.id}.py"
    own = [a for a in answers if a.exercise == exercise.id]
    texts = {
        "its text": exercise.text,
        "its cell": exercise.answer_cell,
        "its key": key.read_text(encoding="utf-8") if key.is_file() else "",
    }
    where = f"{assignment.name}/{exercise.id}"
    lines = [f"{where}: TODO is left in {name}" for name, text in texts.items() if "TODO" in text]
    for verdict, least in wanted.items() if exercise.kind == "code" else ():
        found = sum(a.verdict == verdict for a in own)
        if found < least:
            lines.append(f"{where}: its bank has {found} {verdict} answers; write at least {least}")
    return lines


def _row(measure: ExerciseMeasure, runs: int) -> str:
    right = f"right {measure.right - len(measure.rejected)}/{measure.right}"
    wrong = f"wrong {len(measure.accepted)}/{measure.wrong} accepted"
    hints = f"hints {measure.named - len(measure.missed)}/{measure.named}"
    flips = f"flips {len(measure.flips)} over {runs} seeds"
    name = f"{measure.assignment} · {measure.exercise}"
    seen = measure.wrong - len(measure.green)
    book = f"notebook {seen}/{measure.wrong} red, {seen - len(measure.unlike)} alike"
    return f"{name:<58}{right:<14}{wrong:<22}{hints:<14}{flips:<24}{book:<34}{measure.seconds:.1f} s"


def _print_totals(measures: list[ExerciseMeasure], problems: list[str], runs: int) -> None:
    print(
        f"{sum(m.right for m in measures)} right answers, {sum(len(m.rejected) for m in measures)} rejected; "
        f"{sum(m.wrong for m in measures)} wrong answers, {sum(len(m.accepted) for m in measures)} accepted; "
        f"{sum(m.named for m in measures)} misconceptions, {sum(len(m.missed) for m in measures)} missed; "
        f"{sum(len(m.flips) for m in measures)} flips over {runs} seeds"
    )
    for line in problems:
        print(line, file=sys.stderr)
