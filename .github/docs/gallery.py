"""The gallery as a page of the site: its entries from the library, and pictures that are stored beside it.

Run as a script it makes the pictures again, a minute's work, and writes them to ``gallery/``.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection
from pathlib import Path

import nbformat

from gan_course import gallery
from gan_course.gallery.notebook import notebook, text

PICTURES = Path(__file__).resolve().parent / "gallery"
NOTEBOOK = "gallery.ipynb"


def write_gallery(page: Path, lessons: Collection[str]) -> None:
    """Put the entries into the page and the notebook beside it.

    Args:
        page: The page, with a line ``@@entries@@``.
        lessons: The pages of lessons that can be linked to.
    """
    told = [text(one, _lesson(one.assignment, lessons), _picture(one)) for one in gallery.entries()]
    written = page.read_text(encoding="utf-8").replace("@@entries@@", "\n\n".join(told))
    page.write_text(written, encoding="utf-8")
    nbformat.write(notebook(), page.parent / NOTEBOOK)


def _lesson(assignment: str, lessons: Collection[str]) -> str:
    return f"[{assignment}](../lessons/{assignment}.ipynb)" if assignment in lessons else f"`{assignment}`"


def _picture(one: gallery.Entry) -> str:
    return f"![{one.title}, in small]({one.name}.png)"


def main() -> None:
    """Make the pictures that are named, or all."""
    parser = argparse.ArgumentParser(description="Make the gallery's pictures again.")
    parser.add_argument("names", nargs="*", help="applications (default: all)")
    for name in parser.parse_args().names or [one.name for one in gallery.entries()]:
        file = PICTURES / f"{name}.png"
        file.write_bytes(gallery.picture(name).png)
        print(f"{file.name}: {file.stat().st_size / 1000:.1f} kB")


if __name__ == "__main__":
    main()
