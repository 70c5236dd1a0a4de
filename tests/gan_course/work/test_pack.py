"""A pack: what grading would miss, and a receipt that tells whether the file is the one that was packed."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from gan_course.shipped import find
from gan_course.work.checked import keep, last_check
from gan_course.work.notebook import Notebook, write_whole
from gan_course.work.pack import lacks, pack
from gan_course.work.receipt import Receipt
from gan_course.work.run import Run, Stop, Verdict
from gan_grading.cli import main as gan_grade

from .helpers import RIGHT, begun, written

ROOT = Path(__file__).parents[3]
RUN = Run(
    (Verdict("distances", False, "green", ("✓ all 5",)), Verdict("slope", False, "red", ("✗ 1 of 4",))),
    (Stop(3, "ValueError: no"),),
)


@pytest.fixture
def mine(tmp_path):
    return begun(tmp_path, distances=RIGHT)


@pytest.fixture
def packed(mine):
    return pack(Notebook.read(mine), RUN, mine.parent / "hand_in.zip")


def receipt(capsys, *words):
    code = gan_grade(["receipt", *map(str, words), "--course", str(ROOT)])
    return code, *capsys.readouterr()


def rewritten(pack_file, **members):
    """The pack with some of its members replaced."""
    with zipfile.ZipFile(pack_file) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(pack_file, "w") as archive:
        for name, data in (held | {k.replace("_json", ".json"): v for k, v in members.items()}).items():
            archive.writestr(name, data)
    return pack_file


def test_an_untouched_pack_is_what_its_receipt_says(packed, mine, capsys):
    code, out, _ = receipt(capsys, packed.path, "--code", packed.code)
    assert code == 0, out
    assert "✓ start.ipynb is the notebook that was packed" in out
    assert "✓ all 5 exercises of 00_start_here have their cell" in out
    assert "1 green; 1 red (slope)" in out
    assert "cell 3: ValueError: no" in out
    with zipfile.ZipFile(packed.path) as archive:
        assert archive.read("start.ipynb") == mine.read_bytes()


def test_an_answer_changed_after_packing_is_seen(packed, mine, capsys):
    written(mine, slope="def slope(function, x):\n    return x\n")
    rewritten(packed.path, **{"start.ipynb": mine.read_bytes()})
    code, out, _ = receipt(capsys, packed.path)
    assert code == 1
    assert "✗ start.ipynb is not the notebook that was packed" in out
    assert "not those of the receipt: slope" in out


def test_a_receipt_written_anew_has_another_code(packed, capsys):
    with zipfile.ZipFile(packed.path) as archive:
        data = json.loads(archive.read("receipt.json"))
    data["verdicts"]["slope"] = "green"
    rewritten(packed.path, receipt_json=json.dumps(data))
    assert receipt(capsys, packed.path)[0] == 0, "only the code can tell"
    code, out, _ = receipt(capsys, packed.path, "--code", packed.code)
    assert code == 1
    assert f"not {packed.code}" in out


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"no zip"),
        lambda path: rewritten(path, receipt_json="[]"),
        lambda path: rewritten(path, receipt_json='{"form": 1}'),
        lambda path: rewritten(path, receipt_json="[" * 100_000),
        lambda path: rewritten(path, **{"second.ipynb": b"{}"}),
        lambda path: rewritten(path, receipt_json=b" " * 2_000_000),
    ],
)
def test_what_is_no_pack_is_one_line_and_exit_code_2(packed, capsys, spoil):
    spoil(packed.path)
    code, _, err = receipt(capsys, packed.path)
    assert code == 2
    assert len(err.splitlines()) == 1


def test_a_receipt_cannot_command_the_terminal(packed, capsys):
    with zipfile.ZipFile(packed.path) as archive:
        data = json.loads(archive.read("receipt.json"))
    data["versions"]["torch"] = "\x1b[2J" + "9" * 10_000
    rewritten(packed.path, receipt_json=json.dumps(data))
    _, out, _ = receipt(capsys, packed.path)
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) < 1000


def test_what_grading_would_miss_is_named(mine):
    release = Notebook.read(find("0").notebook)
    assert lacks(Notebook.read(mine), release) == []
    notebook = Notebook.read(mine)
    (mine.parent / "helper.py").write_text("x = 1\n")
    (mine.parent / "unused.py").write_text("x = 1\n")
    notebook.cells.append(dict(notebook.answers["slope"]))
    notebook.data["cells"].remove(notebook.answers["descend"])
    notebook.cells[1]["source"] = "import helper\n"
    write_whole(mine, notebook.text().encode())
    found = lacks(Notebook.read(mine), release)
    assert [line.split()[0] for line in found] == ["slope", "descend", "helper.py"]


def test_large_outputs_are_left_out(mine):
    notebook = Notebook.read(mine)
    notebook.cells[1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x" * 11_000_000}]
    write_whole(mine, notebook.text().encode())
    packed = pack(Notebook.read(mine), RUN, mine.parent / "hand_in.zip")
    assert packed.without_outputs
    with zipfile.ZipFile(packed.path) as archive:
        inside = archive.read("start.ipynb")
        assert Receipt.from_text(archive.read("receipt.json").decode()).size == len(inside)
    assert len(inside) < 1_000_000


def test_the_last_check_is_known_until_the_code_changes(mine):
    assert last_check(mine) is None
    keep(Notebook.read(mine), RUN)
    kept = last_check(mine)
    assert (kept.run, kept.outdated) == (RUN, False)
    written(mine, slope="def slope(function, x):\n    return x\n")
    assert last_check(mine).outdated
    shutil.rmtree(mine.parent / ".gan-course")
    assert last_check(mine) is None
