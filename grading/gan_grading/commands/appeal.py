"""``gan-grade appeal``: a person rules on an answer, and the grader learns whether it agrees."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gan_grading.commands.arguments import add_class, add_consent
from gan_grading.commands.check_one import assignment_of
from gan_grading.commands.regrade import regrade
from gan_grading.commands.types import Subparsers
from gan_grading.course import Assignment, Course, find_course
from gan_grading.errors import SubmissionError
from gan_grading.exercise import Exercise

if TYPE_CHECKING:
    from nbgrader.coursedir import CourseDirectory

    from gan_course.exercises.finding import ExerciseResult
    from gan_grading.appeals.judge import Judge


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "appeal",
        help="rule on an answer, keep it in the class's bank, and see whether the grader agrees",
        description="Put the answer of one notebook to one exercise into the class's own bank with your "
        "ruling, show what the grader says now, and write the case, without names, for a report. Where the "
        "grader disagrees, mend the key and give the same command again: once it agrees, the class is graded "
        "again and the changes are listed. Exits with 1 while the grader disagrees. "
        "Example: gan-grade appeal submitted/ada/03_minimax/minimax.ipynb value_function --ruling right",
    )
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK", help="the submitted notebook")
    parser.add_argument("exercise", metavar="EXERCISE", help="such as value_function")
    parser.add_argument("--ruling", required=True, choices=("right", "wrong"), help="what the answer is")
    parser.add_argument("--misconception", default="", metavar="ID", help="what a wrong answer shows")
    parser.add_argument(
        "--assignment", metavar="NAME", help="such as 03_minimax (default: told from the file)"
    )
    add_class(parser)
    add_consent(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Rule, judge, write the case, and grade the class again where the grader agrees.

    Returns:
        0 if the grader agrees and nothing is left to write, else 1.
    """
    from gan_grading.classroom.options import Options

    course = find_course()
    if not arguments.notebook.is_file():
        raise SubmissionError(
            str(arguments.notebook), "an appeal is about a notebook", "give the path of one"
        )
    name = arguments.assignment or assignment_of(arguments.notebook, course)
    assignment = course.assignment(name)
    exercise = assignment.exercise(arguments.exercise)
    if exercise.kind == "by_hand":
        raise SubmissionError(
            f"exercise {exercise.id!r}",
            "an appeal is against the grader, and a person judges it",
            "change the score in formgrader",
        )
    if not _rule(course, assignment, exercise, arguments):
        return 1
    print(f"grading {assignment.name} again with the keys as they are now")
    return regrade(assignment, arguments, Options())


def _rule(course: Course, assignment: Assignment, exercise: Exercise, arguments: argparse.Namespace) -> bool:
    """Keep the ruling, and tell whether the grader agrees with it."""
    from gan_grading.appeals.bank import rule
    from gan_grading.appeals.case import write_case
    from gan_grading.appeals.judge import Judge, agrees
    from gan_grading.appeals.names import names_left, without_names
    from gan_grading.engine.plan import make_plan
    from gan_grading.nbgrader.directory import class_directory
    from gan_grading.nbgrader.engine import grading_mode
    from gan_grading.nbgrader.folders import APPEALS, BANK
    from gan_grading.reports.feedback import result_text

    coursedir = class_directory()
    root = Path(coursedir.root)
    names, seed = _people(coursedir, assignment, arguments.notebook)
    with Judge(assignment, exercise, seed, grading_mode() == "no-sandbox") as judge:
        verdict, text = _heard(judge, arguments.notebook)
    answer = rule(
        root / BANK / assignment.name,
        exercise.id,
        without_names(text, names),
        arguments.ruling,
        arguments.misconception,
    )
    release = make_plan(assignment).version
    case = write_case(root / APPEALS, assignment, exercise, answer, arguments.ruling, verdict, release, names)
    print(result_text(verdict))
    print(f"\nkept as {answer} in {root / BANK / assignment.name / exercise.id}.py")
    print(f"the case, for a report: {case}")
    left = names_left(answer.source, names)
    if left:
        print(f"note: its code uses {', '.join(left)}, somebody's name; look before you send it")
    agreed = agrees(arguments.ruling, verdict)
    if not agreed:
        given = "gives no score" if agreed is None else "disagrees"
        key = course.relative(assignment.source.parent / "exercises" / f"{exercise.id}.py")
        print(f"the grader {given}: mend {key}, try it with gan-grade selfcheck {assignment.name} --exercise")
        print(f"{exercise.id}, then give this command again")
    return bool(agreed)


def _heard(judge: Judge, notebook: Path) -> tuple[ExerciseResult, str]:
    """Return the verdict in the notebook, and the least text that gets the same verdict by itself."""
    verdict = judge.notebook(notebook)
    texts = judge.texts(notebook)
    for text in texts:
        alone = judge.alone(text)
        if (alone.points, _said(alone)) == (verdict.points, _said(verdict)):
            return verdict, text
    print("note: by itself the answer is graded otherwise than in its notebook; it depends on other cells")
    return verdict, texts[0]


def _people(
    coursedir: CourseDirectory, assignment: Assignment, notebook: Path
) -> tuple[frozenset[str], int | None]:
    """Return the names of a class and the seed of a notebook; one from elsewhere has neither."""
    from gan_grading.appeals.names import names_of
    from gan_grading.nbgrader.directory import NoGradebookError, open_gradebook
    from gan_grading.nbgrader.regrade import seed_of

    folder = notebook.resolve().parent
    student = folder.parent.name if folder.name == assignment.name else ""
    try:
        with open_gradebook(coursedir) as gradebook:
            names = names_of(gradebook.students, student)
    except NoGradebookError:
        names = names_of((), student)
    return names, seed_of(coursedir, assignment, student) if student else None


def _said(verdict: ExerciseResult) -> list[tuple[str, str]]:
    return [(finding.misconception, finding.message) for finding in verdict.findings]
