"""The engine: student code runs in a sandbox, verdicts are reached outside it.

``submitted`` reads a notebook in any state · ``plan`` is what the instructor prescribes · ``match`` and
``rebuild`` put the student's text into it, ``nodes`` makes its cells · ``sandbox``, ``folders`` and ``pool``
start student processes · ``session`` and ``watch`` ask and kill one · ``run`` brings a lost one back ·
``verdicts`` and ``grader`` judge · ``result`` is what comes out.
"""

from gan_grading.engine.grader import Graded, Grader, Submission, grade
from gan_grading.engine.limits import Limits
from gan_grading.engine.pool import Pool
from gan_grading.engine.result import Result, SandboxReport
from gan_grading.engine.sandbox import NoSandboxError, Sandbox, choose_sandbox
from gan_grading.engine.session import SandboxFailedError

__all__ = [
    "Graded",
    "Grader",
    "Limits",
    "NoSandboxError",
    "Pool",
    "Result",
    "Sandbox",
    "SandboxFailedError",
    "SandboxReport",
    "Submission",
    "choose_sandbox",
    "grade",
]
