"""``gan-grade collect``: from a platform's archive to ``submitted/``, the newest upload of each student."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from gan_grading.course import Assignment
from gan_grading.errors import SubmissionError
from gan_grading.lms.archive import Unpacked, open_archive
from gan_grading.lms.names import Platform, Sender, read_name
from gan_grading.nbgrader.timestamps import TIMESTAMP, read_timestamp
from gan_grading.nbgrader.unpack import shortened
from gan_grading.release.writing import write_atomically
from gan_grading.term.classfile import CLASS_FILE, COLLECTED, SUBMITTED, Term
from gan_grading.term.gradebook import read_extensions
from gan_grading.term.roster import Matcher, read_roster

NOTEBOOK = ".ipynb"


@dataclass(frozen=True)
class Upload:
    """One notebook that a student has uploaded.

    Attributes:
        student: the id in the roster.
        sender: what its name says.
        file: where it lies.
        time: when it was handed in, in UTC; ``None`` if nothing tells.
    """

    student: str
    sender: Sender
    file: Path
    time: datetime | None

    def rank(self, stem: str) -> tuple[bool, int, datetime, int, str]:
        """Return what grows with each later upload; one that goes by the released name comes first of all."""
        is_it = self.sender.stem.casefold() == stem.casefold()
        return is_it, self.sender.order, self.time or datetime.min, self.sender.copy, self.sender.file


@dataclass(frozen=True)
class Known:
    """What stays noted of a student's newest upload to a platform.

    Attributes:
        name: by which the platform takes a file back.
        order: of uploads, as the platform numbers them.
    """

    name: str
    order: int


@dataclass(frozen=True)
class Collected:
    """What came of an archive.

    Attributes:
        taken: the upload that counts, by student, where it was put into ``submitted/`` now.
        unchanged: students of whom a later upload, or this one, is there already.
        others: earlier uploads and further notebooks; they stay in ``collected/``.
        unmatched: files of nobody in the roster, with the reason.
        skipped: what was left out, with the reason.
        missing: students of the roster who have nothing in ``submitted/`` yet.
        notes: what else the instructor should know.
    """

    taken: dict[str, Upload]
    unchanged: tuple[str, ...]
    others: tuple[str, ...]
    unmatched: tuple[str, ...]
    skipped: tuple[str, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]


def collect(platform: Platform, archive: Path, term: Term, assignment: Assignment) -> Collected:
    """Take a platform's download apart and put each student's newest notebook where nbgrader reads it.

    Args:
        platform: whose names to read.
        archive: a zip or tar file, or the folder that came out of one.
        term: the class.
        assignment: what was handed in.

    Raises:
        SubmissionError: if there is no such archive.
    """
    if not archive.exists():
        raise SubmissionError(str(archive), "an archive is a zip or tar file, or a folder", "give its path")
    kept = term.folder / COLLECTED / assignment.name
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept, prefix=".unpacking-") as scratch:
        unpacked = open_archive(archive, Path(scratch), term.zone)
        uploads, unmatched, skipped = _read(platform, unpacked, term, assignment.released.stem)
        place = _keep(unpacked.folder, kept, archive) if unpacked.files else kept
    uploads = [replace(each, file=place / each.file.relative_to(unpacked.folder)) for each in uploads]
    chosen, others = _newest(uploads, assignment.released.stem)
    notes: list[str] = []
    known = what_is_known(term, assignment.name, platform)
    taken, unchanged = {}, []
    for student, upload in sorted(chosen.items()):
        given, note = _time(platform, upload, term, assignment.name)
        notes += [note] if note else []
        if _put(replace(upload, time=given), term, assignment, known.get(student)):
            taken[student] = replace(upload, time=given)
        else:
            unchanged.append(student)
    known |= {k: Known(v.sender.returned, v.sender.order) for k, v in taken.items()}
    record = json.dumps({k: [v.name, v.order] for k, v in known.items()}, indent=1, ensure_ascii=False)
    write_atomically(kept / f"{platform}.json", record.encode())
    missing = [
        each.id
        for each in read_roster(term.folder)
        if not _target(term, each.id, assignment).with_name(assignment.released.name).is_file()
    ]
    return Collected(
        taken,
        tuple(unchanged),
        tuple(others),
        tuple(unmatched),
        (*unpacked.skipped, *skipped),
        tuple(missing),
        tuple(notes),
    )


def what_is_known(term: Term, assignment: str, platform: str) -> dict[str, Known]:
    """Return what was noted of each student's newest upload to a platform.

    Args:
        term: the class.
        assignment: its name.
        platform: where it came from.
    """
    path = term.folder / COLLECTED / assignment / f"{platform}.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {str(student): Known(str(name), int(order)) for student, (name, order) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _read(
    platform: Platform, unpacked: Unpacked, term: Term, stem: str
) -> tuple[list[Upload], list[str], list[str]]:
    matcher = Matcher(read_roster(term.folder))
    uploads, unmatched, skipped = [], [], []
    for file in unpacked.files:
        path = file.relative_to(unpacked.folder).as_posix()
        sender = read_name(platform, path, stem)
        if sender is None and "/" in path:  # whoever packed it again has put a folder around it
            sender = read_name(platform, path.split("/", 1)[1], stem)
        if file.name.startswith(".") or "__MACOSX" in path:
            continue  # what a Mac leaves in archives
        if sender is None:
            skipped.append(f"{shortened(path)}: not a name that {platform} writes")
        elif file.suffix.lower() != NOTEBOOK:
            skipped.append(f"{shortened(path)}: no notebook")
        else:
            student, reason = matcher.find(sender.name, sender.number)
            if student:
                uploads.append(Upload(student, sender, file, unpacked.time_of(file)))
            else:
                unmatched.append(f"{shortened(path)}: {reason}")
    return uploads, unmatched, skipped


def _keep(folder: Path, kept: Path, archive: Path) -> Path:
    """Move what came out of an archive to a folder of its own that no later one touches."""
    number = sum(1 for path in kept.iterdir() if path.is_dir() and not path.name.startswith(".")) + 1
    place = kept / f"{number:02d}"
    shutil.move(folder, place)
    (kept / f"{number:02d}.txt").write_text(f"{archive.name}\n", encoding="utf-8")
    return place


def _newest(uploads: Iterable[Upload], stem: str) -> tuple[dict[str, Upload], list[str]]:
    chosen: dict[str, Upload] = {}
    others = []
    for each in sorted(uploads, key=lambda upload: upload.rank(stem)):
        if each.student in chosen:
            others.append(f"{each.student}: {shortened(chosen[each.student].sender.file)}")
        chosen[each.student] = each
    return chosen, others


def _time(platform: Platform, upload: Upload, term: Term, name: str) -> tuple[datetime | None, str]:
    """Return when an upload was handed in, and what the instructor should know of that time.

    Canvas's archive holds no time but that of the download. All that it tells of a submission is that it is
    late, so that it is taken for as little late as can be.
    """
    if platform != "canvas":
        return upload.time, ""
    if not upload.sender.late:
        return None, ""
    planned = term.assignments.get(name)
    due = read_extensions(term).get((upload.student, name)) or (planned.due if planned else None)
    if due is None:
        return None, f"{upload.student}: late, says Canvas, but {name} has no due date in {CLASS_FILE}"
    return due + timedelta(seconds=1), (
        f"{upload.student}: late, and Canvas's archive does not say by how much; it is taken for a second: "
        f"correct {SUBMITTED}/{upload.student}/{name}/{TIMESTAMP}"
    )


def _target(term: Term, student: str, assignment: Assignment) -> Path:
    return term.folder / SUBMITTED / student / assignment.name / TIMESTAMP


def _put(upload: Upload, term: Term, assignment: Assignment, known: Known | None) -> bool:
    """Write a submission, unless a later one or the same is there; tell whether it was written."""
    note = _target(term, upload.student, assignment)
    notebook = note.with_name(assignment.released.name)
    content = upload.file.read_bytes()
    if notebook.is_file():
        before = read_timestamp(note.parent)[0]
        is_older = before is not None and upload.time is not None and upload.time < before
        if upload.sender.order and known and known.order:
            is_older = upload.sender.order < known.order
        if is_older or notebook.read_bytes() == content:
            return False
    write_atomically(notebook, content)
    if upload.time:
        write_atomically(note, f"{upload.time:%Y-%m-%d %H:%M:%S} UTC\n".encode())
    else:
        note.unlink(missing_ok=True)
    return True
