"""Whose file it is, told from the names that learning platforms give to downloaded files.

Moodle, "Download all submissions", writes ``FULLNAME_NUMBER_assignsubmission_file/NAME`` (before 4.1 with one
more ``_`` at the folder's end), or with "Download submissions in folders" off
``FULLNAME_NUMBER_assignsubmission_file_NAME``. Underscores of a full name become blanks; the number is the
participant's in this one assignment, so it says nothing of who it is. Source: ``mod/assign/locallib.php``
(``download_submissions``) and ``mod/assign/feedback/file/importziplib.php``
(``is_valid_filename_for_import``) of github.com/moodle/moodle.

Canvas, "Download Submissions", writes ``lastfirst[_LATE]_USER_ATTACHMENT_NAME``: the sortable name in small
letters with everything taken out but letters, digits and ``_``, the user's number, the attachment's, and the
file's name, which gets ``-1`` and so on where names repeat. Attachment numbers grow with time. Anonymous
assignments write ``anon_CODE_ATTACHMENT_NAME``. Source: ``lib/content_zipper.rb`` of
github.com/instructure/canvas-lms (``add_upload_submission``, ``get_filename``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

Platform = Literal["moodle", "canvas", "folder"]
MOODLE = re.compile(r"(?P<name>[^_/]+)_(?P<number>\d+)_assignsubmission_file(?:_?/|_)(?P<file>.+)")
CANVAS = re.compile(
    r"(?P<name>\w+?)(?P<late>_LATE)?_(?P<number>\d+)_(?P<attachment>\d+)_(?P<file>.+)", re.DOTALL
)
ANONYMOUS = re.compile(r"anon(?P<late>_LATE)?_(?P<number>\w+?)_(?P<attachment>\d+)_(?P<file>.+)")
# What systems add to a name that is taken: "x (1)", "x-1", "x - Copy", "x-Copy1", of JupyterLab.
ADDED = re.compile(r"(?: ?\(\d+\)|-\d+| - Copy(?: \(\d+\))?|-Copy\d+)+$")


@dataclass(frozen=True)
class Sender:
    """What the name of a downloaded file says.

    Attributes:
        name: the student's, as the platform writes it.
        number: of the student where it means the same in every assignment, else ``""``.
        file: what the student called the file, folders of an archive included.
        returned: the name by which the platform takes a file back; of a folder, with ``/`` at its end.
        late: whether the platform says that it is late.
        order: grows with each upload of a student; 0 where names do not tell.
    """

    name: str
    number: str
    file: str
    returned: str
    late: bool = False
    order: int = 0

    @property
    def stem(self) -> str:
        """The file's name without its ending and without what systems add to names that are taken."""
        stem = PurePosixPath(self.file).stem
        return ADDED.sub("", stem) or stem

    @property
    def copy(self) -> int:
        """Which copy of a name it is: 2 for ``x (2).ipynb`` and ``x-2.ipynb``, else 0."""
        added = ADDED.search(PurePosixPath(self.file).stem)
        return max(map(int, re.findall(r"\d+", added.group())), default=0) if added else 0


def from_moodle(path: str) -> Sender | None:
    """Read a name that Moodle wrote; ``None`` if it did not.

    >>> from_moodle("Ada Lovelace_1042_assignsubmission_file/start_here.ipynb").name
    'Ada Lovelace'
    >>> from_moodle("Ada Lovelace_1042_assignsubmission_file_start_here (1).ipynb").stem
    'start_here'
    """
    found = MOODLE.fullmatch(path)
    if found is None:
        return None
    top = path.split("/", 1)[0]
    returned = top if MOODLE.fullmatch(top) else f"{top}/"
    return Sender(found["name"], "", found["file"], returned)


def from_canvas(path: str) -> Sender | None:
    """Read a name that Canvas wrote; ``None`` if it did not.

    >>> sender = from_canvas("lovelaceada_LATE_77_3051_start_here-1.ipynb")
    >>> sender.name, sender.number, sender.late, sender.stem
    ('lovelaceada', '77', True, 'start_here')
    """
    anonymous = ANONYMOUS.fullmatch(path)
    found = anonymous or CANVAS.fullmatch(path)
    if found is None:
        return None
    number = "" if anonymous else found["number"]
    name = f"anon {found['number']}" if anonymous else found["name"]
    returned = path.split("/", 1)[0]
    return Sender(name, number, found["file"], returned, bool(found["late"]), int(found["attachment"]))


def from_folder(path: str, stem: str = "") -> Sender | None:
    """Read ``STUDENT/…/NAME``, ``STUDENT.ipynb``, or ``STUDENT_NAME`` with the name that was released.

    Args:
        path: of the file, below the folder.
        stem: the released notebook's name without its ending.

    >>> from_folder("ada/start_here.ipynb").name, from_folder("ada_l_start_here.ipynb", "start_here").name
    ('ada', 'ada_l')
    """
    folder, _, file = path.partition("/")
    if file:
        return Sender(folder, folder, file, f"{folder}/")
    plain = Sender("", "", path, path)
    name = plain.stem.removesuffix(f"_{stem}")
    return Sender(name, name, path.removeprefix(f"{name}_"), path)


def read_name(platform: Platform, path: str, stem: str) -> Sender | None:
    """Read the name of a downloaded file; ``None`` if the platform does not write such names.

    Args:
        platform: where it comes from.
        path: below the archive's top, ``/`` between parts.
        stem: the released notebook's name without its ending.
    """
    if platform == "folder":
        return from_folder(path, stem)
    return from_moodle(path) if platform == "moodle" else from_canvas(path)
