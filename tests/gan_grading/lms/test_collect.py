"""Archives in the forms that Moodle and Canvas write, taken apart by the roster."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import nbformat
import pytest

from gan_grading.cli import main
from gan_grading.course import Assignment
from gan_grading.lms.collect import collect, what_is_known
from gan_grading.lms.names import from_canvas, from_moodle
from gan_grading.term.classfile import Term
from gan_grading.term.gradebook import write_extension

TOY = Path(__file__).resolve().parents[2] / "toy_course"
Zipped = Callable[..., Path]


def submitted(term: Term, student: str) -> str:
    """The text of the cell that counts."""
    path = term.folder / "submitted" / student / "01_sums" / "sums.ipynb"
    return str(nbformat.read(path, as_version=4).cells[0].source)


def stamp(term: Term, student: str) -> str:
    """The time of submission that nbgrader reads."""
    return (term.folder / "submitted" / student / "01_sums" / "timestamp.txt").read_text()


@pytest.mark.parametrize("between", ["/", "_/", "_"])
def test_moodle_in_each_of_its_forms(between: str, term: Term, sums: Assignment, zipped: Zipped) -> None:
    form = f"{{}}_assignsubmission_file{between}{{}}"
    archive = zipped(
        (form.format("Ada Lovelace_1042", "sums.ipynb"), "new", 11, 9),
        (form.format("Ada Lovelace_1042", "sums (1).ipynb"), "old", 10, 9),
        (form.format("Borel Émile_1043", "my work.ipynb"), "renamed", 13, 1),
        (form.format("Zoe Nobody_1044", "sums.ipynb"), "whose", 10, 9),
    )
    found = collect("moodle", archive, term, sums)
    assert (submitted(term, "ada"), submitted(term, "emile")) == ("new", "renamed")
    assert stamp(term, "emile") == "2026-10-12 23:00:00 UTC\n", "a clock in Paris, two hours ahead"
    assert found.others == ("ada: 'sums (1).ipynb'",)
    assert len(found.unmatched) == 1
    assert "Zoe Nobody" in found.unmatched[0]
    assert found.missing == ("grace",)
    kept = list((term.folder / "collected").rglob("*.ipynb"))
    assert len(kept) == 4, "nothing that was uploaded is thrown away"


def test_canvas_counts_attachments_and_knows_only_that_something_is_late(
    term: Term, sums: Assignment, zipped: Zipped
) -> None:
    archive = zipped(
        ("lovelaceada_77_3052_sums-1.ipynb", "second", 20, 9),
        ("lovelaceada_77_3051_sums.ipynb", "first", 20, 9),
        ("borelmile_LATE_78_3060_final_version.ipynb", "late", 20, 9),
        ("hoppergrace_LATE_4711_3070_sums.ipynb", "by name", 20, 9),
    )
    found = collect("canvas", archive, term, sums)
    assert [submitted(term, name) for name in ("ada", "emile", "grace")] == ["second", "late", "by name"]
    assert not (term.folder / "submitted/ada/01_sums/timestamp.txt").exists()
    assert stamp(term, "emile") == "2026-10-12 21:59:01 UTC\n"
    assert [note.split(":")[0] for note in found.notes] == ["emile", "grace"]
    assert not found.unmatched


def test_canvas_lateness_is_counted_from_a_students_own_date(
    term: Term, sums: Assignment, zipped: Zipped
) -> None:
    write_extension(term, "emile", "01_sums", datetime(2026, 10, 15, 10))
    collect("canvas", zipped(("borelmile_LATE_78_1_sums.ipynb", "late", 20, 9)), term, sums)
    assert stamp(term, "emile") == "2026-10-15 10:00:01 UTC\n"


def test_a_later_archive_replaces_only_what_is_older(term: Term, sums: Assignment, zipped: Zipped) -> None:
    name = "Ada Lovelace_1_assignsubmission_file/sums.ipynb"
    collect("moodle", zipped((name, "second", 11, 9)), term, sums)
    again = collect("moodle", zipped((name, "first", 10, 9)), term, sums)
    assert (submitted(term, "ada"), again.taken, again.unchanged) == ("second", {}, ("ada",))
    collect("moodle", zipped((name, "third", 12, 9)), term, sums)
    assert submitted(term, "ada") == "third"
    for order, text in (("9", "ninth"), ("8", "eighth")):
        collect("canvas", zipped((f"lovelaceada_77_{order}_sums.ipynb", text, 1, 1)), term, sums)
    assert submitted(term, "ada") == "ninth", "attachment numbers tell, where no times do"


def test_the_released_name_counts_before_other_notebooks(
    term: Term, sums: Assignment, zipped: Zipped
) -> None:
    folder = "Ada Lovelace_1_assignsubmission_file"
    archive = zipped(
        (f"{folder}/scratch.ipynb", "tried", 12, 9), (f"{folder}/Sums-Copy1.ipynb", "done", 11, 9)
    )
    collect("moodle", archive, term, sums)
    assert submitted(term, "ada") == "done"


def test_folders_and_archives_of_single_students(
    term: Term, sums: Assignment, tmp_path: Path, zipped: Zipped
) -> None:
    inner = zipped(("work/sums.ipynb", "zipped by the student", 1, 1), name="inner.zip").read_bytes()
    outer = tmp_path / "folder.zip"
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("ada/homework.zip", (2026, 10, 12, 12, 0, 0)), inner)
        archive.writestr("emile_sums.ipynb", nbformat.writes(nbformat.v4.new_notebook()))
        archive.writestr("grace/notes.pdf", b"no notebook")
    found = collect("folder", outer, term, sums)
    assert sorted(found.taken) == ["ada", "emile"]
    assert submitted(term, "ada") == "zipped by the student"
    assert stamp(term, "ada") == "2026-10-12 10:00:00 UTC\n", "the time of the archive that was uploaded"
    assert found.skipped == ("'grace/notes.pdf': no notebook",)
    plain = tmp_path / "unpacked"
    with zipfile.ZipFile(outer) as archive:
        archive.extractall(plain)
    assert collect("folder", plain, term, sums).unchanged == ("ada", "emile")


def test_a_hostile_archive_leaves_nothing(term: Term, sums: Assignment, tmp_path: Path) -> None:
    archive = tmp_path / "bad.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("ada/../../../outside.ipynb", "{}")
    found = collect("folder", archive, term, sums)
    assert not found.taken
    assert "points outside" in found.skipped[0]
    assert not list(tmp_path.rglob("outside.ipynb"))


def test_two_who_share_a_name_are_told_apart_by_number_alone(
    term: Term, sums: Assignment, zipped: Zipped
) -> None:
    with (term.folder / "roster.csv").open("a") as file:
        file.write("ada2,Ada,Lovelace,ada2@example.org,79\n")
    moodle = collect(
        "moodle", zipped(("Ada Lovelace_1_assignsubmission_file/sums.ipynb", "x", 1, 1)), term, sums
    )
    assert not moodle.taken
    assert "ada, ada2 go by that name" in moodle.unmatched[0]
    canvas = collect("canvas", zipped(("lovelaceada_79_5_sums.ipynb", "x", 1, 1)), term, sums)
    assert list(canvas.taken) == ["ada2"]


def test_names_that_only_look_like_a_platforms() -> None:
    assert from_moodle("Ada Lovelace/sums.ipynb") is None
    assert from_canvas("sums.ipynb") is None
    anonymous = from_canvas("anon_LATE_x7Yq2_3051_sums.ipynb")
    assert anonymous is not None
    assert (anonymous.number, anonymous.late, anonymous.order) == ("", True, 3051)


def test_nothing_collected_is_exit_code_1_with_the_reason(
    term: Term, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "empty.zip"
    archive.write_bytes(_empty_zip())
    given = ["collect", "moodle", "01_sums", str(archive), "--class", str(term.folder), "--course", str(TOY)]
    assert main(given) == 1
    assert capsys.readouterr().err == "gan-grade: nothing collected from empty.zip: it holds no notebook\n"
    assert main([*given[:3], "no-such.zip", *given[4:]]) == 2


def test_the_command_lists_who_was_not_matched(
    term: Term, zipped: Zipped, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = zipped(("ada_sums.ipynb", "x", 10, 9), ("who_sums.ipynb", "x", 10, 9))
    given = ["collect", "folder", "01_sums", str(archive), "--class", str(term.folder), "--course", str(TOY)]
    assert main(given) == 1
    told = capsys.readouterr()
    assert "ada: 2026-10-10 09:00 Europe/Paris\n1 collected" in told.out
    assert told.err == "gan-grade: 'who_sums.ipynb': nobody in roster.csv goes by that name\n"
    assert what_is_known(term, "01_sums", "folder")["ada"].name == "ada_sums.ipynb"


def _empty_zip() -> bytes:
    held = io.BytesIO()
    zipfile.ZipFile(held, "w").close()
    return held.getvalue()
