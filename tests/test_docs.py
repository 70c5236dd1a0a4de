"""The documentation site, built once: no broken link, nothing from another host, no solution in a lesson."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from gan_course.gallery import entries

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.slow


class Page(HTMLParser):
    """What a page refers to, what it loads, and which places in it can be referred to."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.places: set[str] = set()
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.places |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.links.add(given["href"])
        elif "src" in given:
            self.loads.add(given["src"])
        elif tag == "link" and given.get("rel") in ("stylesheet", "preload", "icon"):
            self.loads.add(given["href"])


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("docs") / "source"
    assemble = [sys.executable, str(ROOT / ".github" / "docs" / "assemble.py"), str(out)]
    subprocess.run(assemble, check=True, capture_output=True, text=True, timeout=300)
    return out


@pytest.fixture(scope="module")
def site(source: Path) -> dict[Path, Page]:
    """Every page; a warning, such as a link to a page that is not there, fails the build."""
    out = source.parent / "html"
    build = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", str(source), str(out)]
    done = subprocess.run(build, capture_output=True, text=True, timeout=800)
    assert done.returncode == 0, done.stderr[-4000:]
    pages = [file for file in out.rglob("*.html") if "_static" not in file.parts]  # the theme's own templates
    return {file.resolve(): Page(file) for file in pages}


def broken(site: dict[Path, Page]) -> Iterator[str]:
    for file, page in site.items():
        for address in page.links | page.loads:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            if not target.exists():
                yield f"{file.name}: {address}"
            elif parts.fragment and target in site and unquote(parts.fragment) not in site[target].places:
                yield f"{file.name}: {address} (no such place)"


def test_internal_links_lead_somewhere(site: dict[Path, Page]) -> None:
    assert sorted(broken(site)) == []


def test_no_page_asks_another_host(site: dict[Path, Page]) -> None:
    asked = {address for page in site.values() for address in page.loads if urlsplit(address).netloc}
    assert asked == set()


def test_lessons_are_the_released_notebooks_with_pictures_alone(source: Path) -> None:
    """Their code is the release's to the letter, and of the solved run nothing comes along but pictures."""
    lessons = sorted((source / "lessons").glob("*.ipynb"))
    assert [lesson.stem for lesson in lessons] == sorted(
        p.name for p in (ROOT / "course").iterdir() if p.is_dir()
    )
    pictures = 0
    for lesson in lessons:
        (file,) = (ROOT / "course" / lesson.stem).glob("*.ipynb")
        released = [
            c for c in json.loads(file.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == "code"
        ]
        shown = [
            c for c in json.loads(lesson.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == "code"
        ]
        assert [c["source"] for c in shown] == [c["source"] for c in released]
        outputs = [(cell, output) for cell in shown for output in cell["outputs"]]
        pictures += len(outputs)
        assert all(list(output["data"]) == ["image/png"] for _, output in outputs)
        assert not any("nbgrader" in cell["metadata"] for cell, _ in outputs)
    assert pictures > len(lessons)


def test_formulas_and_the_search_need_no_network(site: dict[Path, Page]) -> None:
    out = next(
        file for file in site if file.name == "index.html" and (file.parent / "searchindex.js").is_file()
    ).parent
    lesson = site[out / "lessons" / "03_minimax.html"]
    assert any("MathJax.js" in address for address in lesson.loads)
    assert (out / "_static" / "fonts" / "HTML-CSS").is_dir()


def test_the_gallery_shows_every_application_with_its_lesson(site: dict[Path, Page]) -> None:
    """A lesson that is a page is linked, and one entry's picture is not another's."""
    (file,) = (page for page in site if page.parent.name == "gallery")
    shown = {Path(address).stem for address in site[file].loads if address.endswith(".png")}
    assert shown == {one.name for one in entries()}
    lessons = {page.stem for page in site if page.parent.name == "lessons"}
    linked = {Path(address).stem for address in site[file].links if "lessons/" in address} - {"index"}
    assert linked >= {one.assignment for one in entries()} & lessons
    assert any(address.endswith("gallery.ipynb") for address in site[file].links)
