"""Archives and folders of a hostile class, through the real ``nbgrader zip_collect`` and ``autograde``."""

from __future__ import annotations

import io
import os
import shutil
import stat
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest

HERE = Path(__file__).resolve()
TOY = HERE.parents[2] / "toy_course"
CONFIG = HERE.parents[3] / "grading" / "nbgrader_config.py"

MB = 1 << 20
LIMITS = ("max_file_mb=1", "max_all_mb=3", "max_archive_mb=2", "max_all_members=30", "max_members=10")
WHO = r"--FileNameCollectorPlugin.named_regexp=.*/(?P<student_id>\w+)/(?P<file_id>sums)"
HONEST = ("ann", "bob", "cleo", "dora")


def _zip(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def _tar(members: dict[str, bytes], links: dict[str, tuple[bytes, str]], mode: str = "w:gz") -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        for name, (kind, target) in links.items():
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, target
            archive.addfile(entry)
    return made.getvalue()


def _zip_link(notebook: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("sums.ipynb", notebook)
        link = zipfile.ZipInfo("answers.txt")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return made.getvalue()


def _lying(notebook: bytes) -> bytes:
    """A bomb whose headers say that its member has 100 bytes."""
    honest = _zip({"sums.ipynb": notebook, "zeros": bytes(3 * MB)})
    return honest.replace((3 * MB).to_bytes(4, "little"), (100).to_bytes(4, "little"))


def _header_bomb() -> bytes:
    """A tar file whose one header holds 6 MB of text, read into memory before any file."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(tarfile.TarInfo("x"), None)
        archive.addfile(_commented("x" * 6 * MB), None)
    return made.getvalue()


def _commented(text: str) -> tarfile.TarInfo:
    entry = tarfile.TarInfo("y")
    entry.pax_headers = {"comment": text}
    return entry


# Each with the notebook in front, so that something has been written when the archive is refused.
BAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "large_file.zip": (lambda n: _zip({"sums.ipynb": n, "zeros": bytes(3 * MB)}), "is too large"),
    "large_sum.zip": (
        lambda n: _zip({"sums.ipynb": n} | {f"z{i}": bytes(MB) for i in range(4)}),
        "too large",
    ),
    "large_tar.tar.gz": (lambda n: _tar({"sums.ipynb": n, "zeros": bytes(3 * MB)}, {}), "is too large"),
    "lying.zip": (_lying, "cannot be unpacked"),
    "header_bomb.tgz": (lambda n: _header_bomb(), "its headers are larger"),
    "upwards.zip": (lambda n: _zip({"sums.ipynb": n, "../../escaped": b"x"}), "points outside"),
    "upwards_tar.tar.gz": (lambda n: _tar({"sums.ipynb": n, "../../escaped": b"x"}, {}), "points outside"),
    "windows.zip": (lambda n: _zip({"sums.ipynb": n, "..\\escaped": b"x"}), "points outside"),
    "drive.zip": (lambda n: _zip({"sums.ipynb": n, "C:escaped": b"x"}), "points outside"),
    "linked.zip": (_zip_link, "a link or a device"),
    "linked_tar.tar": (
        lambda n: _tar({"sums.ipynb": n}, {"up": (tarfile.SYMTYPE, "../..")}, "w"),
        "a link or a device",
    ),
    "hard.tar.gz": (
        lambda n: _tar({"sums.ipynb": n}, {"h": (tarfile.LNKTYPE, "sums.ipynb")}),
        "a link or a device",
    ),
    "pipe.tar.gz": (lambda n: _tar({"sums.ipynb": n}, {"p": (tarfile.FIFOTYPE, "")}), "a link or a device"),
    "crowd.zip": (lambda n: _zip({"sums.ipynb": n} | {f"f{i}": b"" for i in range(40)}), "too many members"),
    "twice.zip": (lambda n: _zip({"sums.ipynb": n, "./sums.ipynb": n}), "twice"),
    "broken.zip": (lambda n: _zip({"sums.ipynb": n})[:-30], "cannot be unpacked"),
}


@dataclass(frozen=True)
class Collected:
    """A class after ``zip_collect`` and ``autograde``."""

    base: Path
    root: Path
    collect_log: str
    autograde: subprocess.CompletedProcess[str]

    def extracted(self, name: str) -> Path:
        return self.root / "downloaded" / "01_sums" / "extracted" / name

    def autograded(self, student: str) -> set[str]:
        folder = self.root / "autograded" / student / "01_sums"
        return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Collected:
    base = tmp_path_factory.mktemp("collect")
    course, root = base / "course", base / "root"
    shutil.copytree(TOY, course, ignore=shutil.ignore_patterns(".*"))
    environment = {
        **os.environ,
        "GAN_COURSE_DIR": str(course),
        "GAN_COURSE_ROOT": str(root),
        "PYTHONPATH": str(course),
        "OMP_NUM_THREADS": "1",
        "GAN_GRADING_MODE": "in-kernel",  # this toy course brings probes of its own
    }

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        call = [sys.executable, "-m", *command]
        return subprocess.run(call, cwd=CONFIG.parent, env=environment, capture_output=True, text=True)

    for command in (("gan_grading.cli", "release"), ("nbgrader", "generate_assignment", "01_sums")):
        done = run(*command)
        assert done.returncode == 0, done.stderr[-2000:]
    released = course / "course" / "01_sums" / "sums.ipynb"
    _download(root / "downloaded" / "01_sums" / "archive", released.read_bytes(), base / "absolute")
    limits = [f"--SafeExtractor.{limit}" for limit in LIMITS]
    done = run("nbgrader", "zip_collect", "01_sums", WHO, *limits)
    assert done.returncode == 0, done.stderr[-2000:]
    _plant_strays(root / "submitted", course / "solutions", root)
    return Collected(base, root, done.stderr, run("nbgrader", "autograde", "01_sums"))


def _download(archives: Path, notebook: bytes, absolute: Path) -> None:
    """What a learning platform gives: honest archives, one for a group, and the bad ones between them."""
    archives.mkdir(parents=True)
    (archives / "ann.zip").write_bytes(_zip({"sums.ipynb": notebook}))
    (archives / "bob.tar.gz").write_bytes(_tar({"sums.ipynb": notebook}, {}))
    (archives / "zoe.zip").write_bytes(_zip({"notes/readme.txt": b"no notebook"}))
    # Two of a name, which nbgrader has no way to choose between, and a name that no terminal should see.
    couple = {f"{folder}/couple/sums.ipynb": notebook for folder in "ab"}
    (archives / "couple.zip").write_bytes(_zip(couple))
    (archives / "line\nend\x1b[2J.zip").write_bytes(_zip({"sums.ipynb": notebook}))
    (archives / "absolute.zip").write_bytes(_zip({"sums.ipynb": notebook, str(absolute): b"x"}))
    for name, (make, _) in BAD.items():
        (archives / name).write_bytes(make(notebook))
    cleo, dora = _zip({"sums.ipynb": notebook}), _tar({"sums.ipynb": notebook}, {})
    deep = _zip({"deepest.zip": _zip({"sums.ipynb": notebook})})
    bomb = _zip({"sums.ipynb": notebook, "zeros": bytes(3 * MB)})
    group = {"cleo.zip": cleo, "bomb.zip": bomb, "deep.zip": deep, "dora.tar.gz": dora}
    (archives / "group.zip").write_bytes(_zip(group))


def _plant_strays(submitted: Path, solutions: Path, root: Path) -> None:
    """What only hand-made folders bring: links, modules, large files, a link in the notebook's place."""
    ann = submitted / "ann" / "01_sums"
    (ann / "numpy.py").write_text("raise SystemExit")
    (ann / "numpy.abi3.so").write_bytes(b"x")
    (ann / "notes.txt").symlink_to(root / "gradebook.db")
    (ann / "folder").symlink_to(solutions)
    (ann / "pictures").mkdir()
    (ann / "pictures" / "large.bin").write_bytes(bytes(MB))
    (ann / "timestamp.txt").write_text("2030-01-02 03:04:05 UTC")
    mallory = submitted / "mallory" / "01_sums"
    mallory.mkdir(parents=True)
    (mallory / "sums.ipynb").symlink_to(root.parent / "course" / "course" / "01_sums" / "sums.ipynb")


@pytest.mark.parametrize("honest", HONEST)
def test_honest_archives_are_collected_and_graded(collected: Collected, honest: str) -> None:
    """Beside all the others, zip or tar, alone or in an archive of archives."""
    notebook = collected.root / "submitted" / honest / "01_sums" / "sums.ipynb"
    assert nbformat.read(notebook, as_version=4).cells
    assert "sums.ipynb" in collected.autograded(honest)


@pytest.mark.parametrize("archive", BAD)
def test_bad_archive_is_skipped_with_one_line_and_leaves_nothing(collected: Collected, archive: str) -> None:
    name = archive.split(".")[0]
    lines = [line for line in collected.collect_log.splitlines() if f"Skipped '{archive}'" in line]
    assert len(lines) == 1
    assert BAD[archive][1] in lines[0]
    assert not collected.extracted(name).exists()
    assert not (collected.root / "submitted" / name).exists()


def test_a_name_that_would_end_the_collection_skips_one_file(collected: Collected) -> None:
    assert "sums of couple was collected before" in collected.collect_log
    assert (collected.root / "submitted" / "couple" / "01_sums" / "sums.ipynb").exists()
    assert "Skipped 'line\\nend\\x1b[2J.zip': a name is printable" in collected.collect_log
    assert "\x1b[2J" not in collected.collect_log


def test_absolute_path_is_refused(collected: Collected) -> None:
    """Python's zipfile would drop the slash and write it inside; such an archive was not made by accident."""
    assert "Skipped 'absolute.zip': member" in collected.collect_log
    assert not (collected.base / "absolute").exists()


def test_bad_archive_within_an_archive_costs_its_own_student_only(collected: Collected) -> None:
    assert "Skipped 'group.zip/bomb.zip': member 'zeros' is too large" in collected.collect_log
    assert "Skipped 'group.zip/deep.zip/deepest.zip': nested too deep" in collected.collect_log
    inside = {path.name for path in collected.extracted("group").iterdir() if path.is_dir()}
    assert inside == {"cleo", "dora", "deep"}


def test_nothing_is_written_elsewhere_and_nothing_half_written_stays(collected: Collected) -> None:
    assert not list(collected.base.rglob("*escaped*"))
    assert not list(collected.base.rglob(".unpacking-*"))
    assert not any(path.is_symlink() for path in collected.extracted("").rglob("*"))


def test_strays_beside_a_notebook_do_not_reach_autograding(collected: Collected) -> None:
    """A link would bring the gradebook into the student's feedback, a module would be imported."""
    assert collected.autograded("ann") == {"sums.ipynb", "timestamp.txt"}


def test_link_in_place_of_the_notebook_is_not_graded(collected: Collected) -> None:
    """It could point to the solved notebook; the others are graded nevertheless."""
    assert "sums.ipynb of 'mallory' is a link or no file" in collected.autograde.stderr
    assert collected.autograded("mallory") == set()
    assert collected.autograde.returncode != 0
