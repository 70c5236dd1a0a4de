"""Whether a submission has been graded as it stands: one name for its text, the keys and the seed."""

from __future__ import annotations

import hashlib
import json

from nbformat import NotebookNode

from gan_course.shipped import METADATA as RELEASE
from gan_grading.course import home_course
from gan_grading.engine.plan import Plan
from gan_grading.keys.load import FOLDER
from gan_grading.keys.sources import sources

LENGTH = 32
METADATA = ("nbgrader", "tags")  # of a cell: they earn no points, but notices


def keys_version(plan: Plan) -> str:
    """Return a name for all that a verdict of an assignment hangs on.

    That is the code of the instructor's cells, the keys, and the code that plays and judges: a corrected
    sentence in a lesson regrades nobody, a mended experiment does.

    Args:
        plan: the assignment's.
    """
    cells = [[c.role, c.name, c.points, c.whole or c.visible] for c in plan.cells if c.role != "text"]
    found = hashlib.sha256(json.dumps(cells).encode())
    home = home_course()
    # As the registry does: keys beside the source come before those of the package's own course.
    folders = [*([home.solutions / plan.assignment] if home else []), plan.folder]
    for part in sources(folder / FOLDER for folder in folders):
        found.update(part)
    return found.hexdigest()[:LENGTH]


def fingerprint(notebook: NotebookNode, version: str, seed: int) -> str:
    """Return a name that changes with a submission's text and release, the keys and the seed alone.

    Args:
        notebook: the submission, as :func:`gan_grading.nbgrader.engine.tidy_notebook` reads it.
        version: of the keys.
        seed: of the class.
    """
    cells = [
        [cell.cell_type, cell["id"], cell.source, [cell.metadata.get(name) for name in METADATA]]
        for cell in notebook.cells
    ]
    mark = notebook.metadata.get(RELEASE)
    whole = json.dumps([cells, mark, version, seed], sort_keys=True, default=str)
    return hashlib.sha256(whole.encode(errors="replace")).hexdigest()[:LENGTH]
