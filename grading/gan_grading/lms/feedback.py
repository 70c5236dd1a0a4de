"""Feedback pages as one archive that a platform hands back to the students.

Moodle (assignment, "Upload multiple feedback files in a zip") takes the folder names of its own download.
Canvas (assignment, "Re-Upload Submissions") takes the file names of its download, reads the two numbers in
them and shows the file as a comment. Sources: ``mod/assign/feedback/file/importziplib.php`` of
github.com/moodle/moodle,
``app/models/abstract_assignment.rb`` (``infer_comment_context_from_filename``) of
github.com/instructure/canvas-lms.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gan_grading.lms.collect import what_is_known
from gan_grading.nbgrader.waiting import UNFINISHED
from gan_grading.term.classfile import Term

FEEDBACK = "feedback"


@dataclass(frozen=True)
class Packed:
    """What went into the archive.

    Attributes:
        students: whose pages are in it.
        without: students whose page is made, and whom the platform's download did not hold.
    """

    students: tuple[str, ...]
    without: tuple[str, ...]


def pack_feedback(term: Term, assignment: str, platform: str, target: Path) -> Packed:
    """Write the archive.

    Args:
        term: the class.
        assignment: its name.
        platform: which one takes it.
        target: the archive.
    """
    known = what_is_known(term, assignment, platform)
    students, without = [], []
    draft = target.with_name(f".{target.name}.draft")
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder in sorted((term.folder / FEEDBACK).glob(f"*/{assignment}")):
            pages = sorted(folder.glob("*.html"))
            if not pages or (folder / UNFINISHED).exists():
                continue
            student = folder.parent.name
            if student not in known:
                without.append(student)
                continue
            students.append(student)
            for page in pages:
                archive.write(page, name_for(known[student].name, page.name))
    draft.replace(target)
    return Packed(tuple(students), tuple(without))


def name_for(returned: str, page: str) -> str:
    """Return the name under which a platform finds the student of a page.

    Args:
        returned: the name in the platform's download; of a folder with ``/`` at its end.
        page: the page's own name.

    >>> name_for("Ada Lovelace_1042_assignsubmission_file/", "start_here.html")
    'Ada Lovelace_1042_assignsubmission_file/start_here.html'
    >>> name_for("lovelaceada_77_3051_start_here-1.ipynb", "start_here.html")
    'lovelaceada_77_3051_start_here-1.html'
    """
    if returned.endswith("/"):
        return returned + page
    return PurePosixPath(returned).with_suffix(PurePosixPath(page).suffix).as_posix()
