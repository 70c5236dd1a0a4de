"""The gallery's table: every application is there, and what it names exists."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gan_course import gallery
from gan_course.errors import UnknownNameError
from gan_course.gallery.makers import MAKERS
from gan_course.gallery.notebook import notebook
from gan_grading.course import find_course

ROOT = Path(__file__).parents[3]
PICTURES = ROOT / ".github" / "docs" / "gallery"
ENTRIES = gallery.entries()
# The applications that the course's curriculum names.
APPLICATIONS = {
    "training-data",
    "faces",
    "realistic-photographs",
    "cartoon",
    "image-to-image",
    "text-to-image",
    "semantic-to-photo",
    "frontal-views",
    "poses",
    "emojis",
    "editing",
    "ageing",
    "blending",
    "super-resolution",
    "inpainting",
    "clothing",
    "video",
    "3d-objects",
    "image-datasets",
}
HEADINGS = {
    assignment.name: re.findall(r"^# #+ (.+)$", assignment.source.read_text(encoding="utf-8"), re.MULTILINE)
    for assignment in find_course(ROOT).assignments
}


def test_every_application_has_an_entry_a_maker_and_a_stored_picture() -> None:
    stored = {file.stem for file in PICTURES.glob("*.png")}
    assert {one.name for one in ENTRIES} == APPLICATIONS == MAKERS.keys() == stored


@pytest.mark.parametrize("one", ENTRIES, ids=lambda one: one.name)
def test_the_method_is_taught_where_the_entry_says(one: gallery.Entry) -> None:
    headings = HEADINGS[one.assignment]
    assert [h for h in headings if one.section.lower() in h.lower()], f"no such section: {headings}"


def test_papers_are_told_apart_and_have_what_a_reference_needs() -> None:
    papers = [paper for one in ENTRIES for paper in one.papers]
    assert all(one.papers for one in ENTRIES)
    assert len({paper.arxiv for paper in papers}) == len(papers)
    for paper in papers:
        assert re.fullmatch(r"\d{4}\.\d{5}|\d{4}\.\d{4}", paper.arxiv), paper
        posted = 2000 + int(paper.arxiv[:2])
        assert posted <= paper.year <= posted + 2, paper
        assert f"[{paper.title}]({paper.link})" in paper.line


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("video", "Vondrick, Pirsiavash and Torralba: [Generating"),
        ("faces", "Karras et al.: [Progressive"),
    ],
)
def test_authors_are_named_as_texts_name_them(name: str, line: str) -> None:
    assert gallery.entry(name).papers[0].line.startswith(line)


@pytest.mark.parametrize("ask", [gallery.entry, gallery.picture])
def test_a_misspelt_name_is_told_before_anything_is_trained(ask: Callable[[str], object]) -> None:
    with pytest.raises(UnknownNameError, match="inpainting"):
        ask("inpanting")


def test_stored_pictures_are_small() -> None:
    assert sum(file.stat().st_size for file in PICTURES.glob("*.png")) < 400_000


def test_the_notebook_asks_for_each_picture_below_its_text() -> None:
    cells = notebook().cells[2:]
    assert len(cells) == 2 * len(ENTRIES)
    for one, about, code in zip(ENTRIES, cells[::2], cells[1::2], strict=True):
        assert about.source.startswith(f"## {one.title}\n")
        assert one.shows in about.source
        assert code.source == f'gallery.picture("{one.name}")'
