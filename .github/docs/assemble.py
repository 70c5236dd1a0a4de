"""Bring the site's sources together: written pages, the project's own texts, the released lessons.

What stands elsewhere in the repository (sections of README, the grader's README, CONTRIBUTING, what commands
say of themselves) is taken from there and not written twice.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from gallery import write_gallery
from lessons import write_lessons

from gan_course.cli import build_parser as student_parser
from gan_grading.cli import build_parser as instructor_parser
from gan_grading.course import Assignment, find_course
from gan_grading.selfcheck.bank import read_bank

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# Texts of the repository that are pages of the site; one that is not there is left out.
PAGES = {
    "instructors/grading.md": "grading/README.md",
    "instructors/term.md": "grading/docs/term.md",
    "instructors/own-exercises.md": "grading/docs/own-exercises.md",
    "instructors/cluster.md": "grading/docs/cluster.md",
    "authors/contributing.md": ".github/CONTRIBUTING.md",
    "changelog.md": "CHANGELOG.md",
}
README_PAGE = "students/install.md"  # where a link to README leads
LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]+)\]\((?P<target>[^)\s#]+)(?P<anchor>#[^)\s]*)?\)")


def assemble(out: Path) -> None:
    """Write all sources of the site into a folder that Sphinx reads; what was in it is gone."""
    if out.exists():
        shutil.rmtree(out)
    shutil.copytree(
        HERE, out, ignore=shutil.ignore_patterns("__pycache__", "assemble.py", "gallery.py", "lessons.py")
    )
    shutil.copyfile(ROOT / ".github" / "images" / "ring.png", out / "ring.png")
    there = [page for page, source in PAGES.items() if (ROOT / source).is_file()]
    for page in there:
        text = (ROOT / PAGES[page]).read_text(encoding="utf-8")
        (out / page).write_text(relinked(text, PAGES[page], page), encoding="utf-8")
    lessons = write_lessons(ROOT, out / "lessons")
    write_gallery(out / "gallery" / "index.md", lessons)
    for page, text_of in FILLED.items():
        fill(out / page, text_of)
    fill(out / "instructors" / "index.md", lambda name: name if f"instructors/{name}.md" in there else "")
    fill(out / "lessons" / "index.md", lambda _: "\n".join(lessons))


def fill(page: Path, text_of: Callable[[str], str]) -> None:
    """Replace each line ``@@word@@`` of a page by the text of the word."""
    text = page.read_text(encoding="utf-8")
    filled = re.sub(r"^@@(.+)@@$", lambda hit: text_of(hit[1]), text, flags=re.MULTILINE)
    page.write_text(filled, encoding="utf-8")


def relinked(text: str, source: str, page: str) -> str:
    """Turn links between the repository's files into links between pages; what is no page loses its link.

    Args:
        text: Markdown.
        source: The file it stands in, as seen from the repository's top.
        page: The page it becomes, as seen from the site's top.
    """
    pages = {there: here for here, there in PAGES.items()}

    def turned(hit: re.Match[str]) -> str:
        if "://" in hit["target"]:
            return hit[0]
        target = Path(os.path.normpath(Path(source).parent / hit["target"])).as_posix()
        if target == "README.md":  # its sections are pages of their own here
            return f"[{hit['text']}]({_from(page, README_PAGE)})"
        if target not in pages:
            return hit["text"]
        return f"[{hit['text']}]({_from(page, pages[target])}{hit['anchor'] or ''})"

    return LINK.sub(turned, text)


def _from(page: str, other: str) -> str:
    return Path(os.path.relpath(other, Path(page).parent)).as_posix()


def section(heading: str) -> str:
    """Return a section of README without its heading."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if found is None:
        raise SystemExit(f"README.md has no section {heading!r}, which the site shows: change FILLED's page")
    return relinked(found[1].strip(), "README.md", README_PAGE)


def commands(script: str) -> str:
    """Return what each command of a script says of itself with ``--help``."""
    os.environ["COLUMNS"] = "70"  # so wide is the text beside both navigations at 1200 pixels
    whole = {"gan-course": student_parser, "gan-grade": instructor_parser}[script]()
    actions = next(a for a in whole._actions if isinstance(a, argparse._SubParsersAction))
    helps = {name: one.format_help() for name, one in actions.choices.items()}
    return "\n\n".join(f"## {script} {name}\n\n```text\n{text}```" for name, text in helps.items())


def bank(word: str) -> str:
    """Count the answers that the grader is measured on, by assignment (``bank``) or error (``errors``)."""
    counted = {assignment.name: _answers(assignment) for assignment in find_course(ROOT).assignments}
    total = sum(counted.values(), Counter())
    if word == "errors":
        right = total["correct"] + total["noisy"]
        return "\n".join(
            [
                "| error | must be | of |",
                "|---|--:|--:|",
                f"| a right or a noisy answer loses a point | 0 | {right:,} answers |",
                f"| a wrong answer keeps all its points | 0 | {total['wrong']:,} answers |",
            ]
        )
    rows = ["| assignment | exercises | right | noisy | wrong |", "|---|--:|--:|--:|--:|"]
    rows += [_row(f"`{name}`", seen) for name, seen in counted.items()]
    return "\n".join([*rows, _row("together", total)])


def _answers(assignment: Assignment) -> Counter[str]:
    names = [exercise.id for exercise in assignment.exercises]
    answers = read_bank(ROOT / "tests" / "banks", assignment.name, names)
    return Counter({"exercises": len(names), **Counter(answer.verdict for answer in answers)})


def _row(name: str, seen: Counter[str]) -> str:
    cells = (f"{seen[kind]:,}" for kind in ("exercises", "correct", "noisy", "wrong"))
    return f"| {name} | {' | '.join(cells)} |"


# What stands between @@ in a page, by page.
FILLED: dict[str, Callable[[str], str]] = {
    "students/install.md": section,
    "students/commands.md": commands,
    "instructors/commands.md": commands,
    "instructors/trust.md": section,
    "instructors/measured.md": bank,
}


def main() -> None:
    """Write the sources to the folder named on the command line."""
    parser = argparse.ArgumentParser(description="Bring the documentation's sources together in one folder.")
    parser.add_argument("out", type=Path, help="a folder; what is in it is replaced")
    assemble(parser.parse_args().out.resolve())


if __name__ == "__main__":
    main()
