"""``gan-grade mutants``: look for mistakes that the grader cannot see, in small changes of right answers."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gan_grading.commands.arguments import add_assignments, add_class, positive
from gan_grading.commands.types import Subparsers
from gan_grading.course import Assignment, find_course
from gan_grading.exercise import Exercise

if TYPE_CHECKING:
    from gan_grading.selfcheck.bank import BankAnswer

SECONDS = 90.0


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "mutants",
        help="change right answers a little, and list what the grader accepts",
        description="Change the solution of each exercise, and further right answers of its bank, in one "
        "place at a time, grade each such mutant, and list those that reach all points. A listed mutant does "
        "the same as the answer it was made of, or shows a mistake that no hidden input shows: somebody has "
        "to read it. Mistakes found so belong into the bank. Always exits with 0 when it ran. "
        "Example: gan-grade mutants 03_minimax --exercise value_function",
    )
    add_assignments(parser)
    add_class(parser)
    parser.add_argument("--exercise", action="append", default=[], help="only this one (may be repeated)")
    parser.add_argument(
        "--answers",
        type=positive,
        default=0,
        metavar="N",
        help="right answers of the bank to change too (default 0)",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="base seed of the hidden inputs")
    parser.add_argument(
        "--inputs", type=positive, default=3, metavar="M", help="sets of hidden inputs (default 3)"
    )
    parser.add_argument("--jobs", type=positive, default=2, metavar="J", help="mutants tried side by side")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line, an exercise each")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Grade the mutants of the chosen exercises and list the accepted.

    Returns:
        0.
    """
    for assignment in find_course().worked_on(arguments.assignments):
        for name in arguments.exercise:
            assignment.exercise(name)
        for found in _found(assignment.home / "tests" / "banks", assignment, arguments):
            if arguments.json:
                print(json.dumps(found), flush=True)
                continue
            head = f"{assignment.name} · {found['exercise']}"
            print(f"{head:<58}{found['mutants']:>5} mutants, {len(found['accepted'])} accepted", flush=True)
            for name, change in found["accepted"].items():
                print(f"  {name}\n{change}")
            for line in found["ungraded"]:
                print(f"  ungraded: {line}")
    return 0


def _found(banks: Path, assignment: Assignment, arguments: argparse.Namespace) -> Iterator[dict[str, Any]]:
    from gan_grading.selfcheck.bank import BankAnswer, read_bank
    from gan_grading.selfcheck.namespace import solved_namespace

    bank = read_bank(banks, assignment.name, [e.id for e in assignment.exercises])
    namespace = solved_namespace(assignment)
    for exercise in assignment.exercises:
        is_chosen = not arguments.exercise or exercise.id in arguments.exercise
        if exercise.kind != "code" or not exercise.is_probed or not is_chosen:
            continue
        kept = [a for a in bank if a.exercise == exercise.id and a.verdict == "correct"][: arguments.answers]
        solution = BankAnswer(exercise.id, "correct", "the solution", exercise.answer, None)
        yield _of_exercise(assignment, exercise, [solution, *kept], namespace, arguments)


def _of_exercise(
    assignment: Assignment,
    exercise: Exercise,
    answers: Sequence[BankAnswer],
    namespace: dict[str, Any],
    arguments: argparse.Namespace,
) -> dict[str, Any]:
    from gan_grading.keys.memory import MEMORY
    from gan_grading.selfcheck.fork import map_in_forks
    from gan_grading.selfcheck.mutants import change_of, mutants_of
    from gan_grading.selfcheck.trial import Trial, try_answer

    pairs = [(answer, mutant) for answer in answers for mutant in mutants_of(answer)]
    begin = partial(
        try_answer, assignment, exercise, namespace=namespace, runs=[arguments.seed], inputs=arguments.inputs
    )
    begin(exercise.answer)  # what the key's own answers did is remembered for all mutants
    accepted: dict[str, str] = {}
    ungraded: list[str] = []
    work = [partial(begin, mutant.source) for _, mutant in pairs]
    for (answer, mutant), trial in zip(pairs, map_in_forks(work, SECONDS, arguments.jobs), strict=True):
        if not isinstance(trial, Trial):
            ungraded.append(f"{mutant.name}: {trial}")
            continue
        MEMORY.learn(trial.plays)
        if trial.results[0].points is None:
            ungraded.append(f"{mutant.name}: {trial.results[0].note}")
        elif trial.results[0].is_full:
            accepted[mutant.name] = change_of(answer, mutant)
    MEMORY.clear()
    return {
        "assignment": assignment.name,
        "exercise": exercise.id,
        "mutants": len(pairs),
        "accepted": accepted,
        "ungraded": ungraded,
    }
