"""Begin an exercise: its cells in the percent source, its key, and its file in the bank."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass
from pathlib import Path

from gan_grading.course import ASSIGNMENT_NAME, Assignment, Course
from gan_grading.errors import GradingError
from gan_grading.release.writing import write_atomically

NAME = re.compile(r"[a-z][a-z0-9_]*")

CELLS = '''
# %% [markdown]
# ### Exercise · TODO what it is about  (4 points, about 8 minutes)
#
# **Goal.** TODO what is written, in the paper's notation, with the paper linked.
#
# *You get* TODO, shape (N,). *You return* TODO.
#
# <details><summary>Hint 1</summary>
#
# TODO a question that helps.
# </details>
#
# **What to expect.** TODO a number to compare with.


# %% nbgrader={{"grade": false, "grade_id": "{name}", "locked": false, "schema_version": 3, "solution": true, "task": false}}
def {name}({arguments}):
    """TODO say what it returns."""
    ### BEGIN SOLUTION
    raise NotImplementedError
    ### END SOLUTION


# %% nbgrader={{"grade": true, "grade_id": "test_{name}", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}}
check.{name}({name})
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("{assignment}", "{name}")
### END HIDDEN TESTS
'''

NOTEBOOK = """# %% [markdown]
# # {number} · {title}
#
# TODO what students do here, and why.

# %%
import torch

from gan_course.exercises import checks

check = checks("{assignment}")
"""

LOSS_KEY = '''"""Key of {name}: TODO the formula (TODO authors and year, TODO link)."""

from gan_grading.keys.losses import LossKey

# One function of the numbers a batch; the loss is the sum of their means.
key = LossKey(
    right=(lambda a: NotImplemented, lambda a: NotImplemented),
    batches=["real logit", "fake logit"],
    worked=[[2.0, -1.0, 0.5], [-0.5, 1.5, -3.0, 0.25]],  # the case that the text works by hand
)
key.wrong(
    "wrong_way",
    "Minimising your loss TODO.",
    "TODO where to look, without the answer.",
    (lambda a: NotImplemented, lambda a: NotImplemented),
)
'''

VALUES_KEY = '''"""Key of {name}: TODO the formula (TODO authors and year, TODO link)."""

from gan_grading.keys import Key


def right(x):
    """TODO."""
    raise NotImplementedError


# TODO the kind: a module of gan_course/exercises/experiments, with its settings.
key = Key("TODO_kind", right=right)
key.wrong("TODO_id", "TODO what is seen.", "TODO where to look, without the answer.", lambda x: x)
'''

BANK = """# %% correct · todo_plain
def {name}({arguments}):
    raise NotImplementedError

# %% wrong · todo_wrong_way · wrong_way
def {name}({arguments}):
    raise NotImplementedError
"""


class ScaffoldError(GradingError):
    """An exercise that cannot be begun here."""


@dataclass(frozen=True)
class Begun:
    """The files of an exercise that was begun.

    Attributes:
        source: the percent source, with three new cells.
        key: its key.
        bank: its answers.
    """

    source: Path
    key: Path
    bank: Path


def begin_assignment(own: Path, name: str) -> Path:
    """Write the source of an assignment of a class's own: a title, and the cell that the checks need.

    Args:
        own: the class's folder of its own assignments.
        name: the assignment's.

    Raises:
        ScaffoldError: if it cannot be called that.
    """
    if not ASSIGNMENT_NAME.fullmatch(name):
        rule = "an assignment is called by two digits and a word, such as 20_mine"
        raise ScaffoldError(f"assignment {name!r}", rule, "give another name")
    number, _, word = name.partition("_")
    text = NOTEBOOK.format(number=number, title=word.replace("_", " ").capitalize(), assignment=name)
    source = own / "solutions" / name / f"{word}.py"
    write_atomically(source, text.encode())
    return source


def begin_exercise(course: Course, assignment: Assignment, name: str, after: str = "") -> Begun:
    """Write the cells, the key and the bank file of a new exercise. Nothing is written where anything exists.

    Args:
        course: where it goes.
        assignment: the assignment it belongs to.
        name: the exercise's id: the name that an answer defines.
        after: id of the exercise it follows; the last one that is no closing question, if not given.

    Raises:
        ScaffoldError: if the name cannot be used, or one of the files has it already.
    """
    if not NAME.fullmatch(name) or keyword.iskeyword(name):
        raise ScaffoldError(
            f"exercise {name!r}", "it names a Python function: letters, digits and _", "give another name"
        )
    source = assignment.source
    key = source.parent / "exercises" / f"{name}.py"
    bank = assignment.home / "tests" / "banks" / assignment.name / f"{name}.py"
    if name in {exercise.id for exercise in assignment.exercises}:
        raise ScaffoldError(
            f"exercise {name!r}",
            f"{assignment.name} has it already",
            f"edit {course.relative(key)}, or give another name",
        )
    for file in (key, bank):
        if file.exists():
            raise ScaffoldError(
                f"{course.relative(file)} is there, and no exercise {name!r} in {assignment.source.name}",
                "half an exercise cannot be begun again",
                "delete it, or add its cells to the source",
            )
    is_loss = name.endswith("_loss")
    words = {"name": name, "assignment": assignment.name}
    words["arguments"] = "real_logits, fake_logits" if is_loss else "x"
    text = source.read_text(encoding="utf-8")
    last = after or _last_code(assignment)
    place = _end_of(text, last) if last else len(text)
    write_atomically(key, (LOSS_KEY if is_loss else VALUES_KEY).format(**words).encode())
    write_atomically(bank, BANK.format(**words).encode())
    cells = CELLS.format(**words).lstrip("\n")
    write_atomically(source, f"{text[:place].rstrip()}\n\n{cells}\n{text[place:].lstrip()}".encode())
    return Begun(source, key, bank)


def _last_code(assignment: Assignment) -> str:
    """Return the last exercise that is no closing question; ``""`` where the new one is the first."""
    code = [exercise.id for exercise in assignment.exercises if exercise.kind == "code"]
    return code[-1] if code else ""


def _end_of(text: str, exercise: str) -> int:
    """Return where the test cell of an exercise ends."""
    start = text.find(f'"grade_id": "test_{exercise}"')
    if start < 0:
        raise ScaffoldError(
            f"exercise {exercise!r}", "the new one follows it, and it has no test cell", "name another one"
        )
    end = text.find("\n# %%", start)
    return len(text) if end < 0 else end + 1
