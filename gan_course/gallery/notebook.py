"""The gallery as a notebook that makes its pictures where it is run."""

from __future__ import annotations

from typing import Any

from gan_course.gallery.entries import Entry, entries

_OPENING = """\
# Gallery: what GANs have been used for

Each picture below is made when you run its cell, by small networks on digits and toys that come with the
course. Nothing is downloaded. The first picture of a kind trains its networks, five to twenty seconds each;
the others follow at once. What a picture does *not* show stands above it: mostly, that it is no photograph.

The code is in the library, `gan_course/gallery`. There is nothing to hand in."""


def notebook() -> Any:
    """Build the notebook, with no outputs, as ``nbformat`` has it."""
    from nbformat import v4

    new: Any = v4  # nbformat's makers of cells have no types
    cells = [
        new.new_markdown_cell(_OPENING, id="opening"),
        new.new_code_cell("from gan_course import gallery", id="imports"),
    ]
    for one in entries():
        cells.append(new.new_markdown_cell(text(one, f"`{one.assignment}`"), id=f"about-{one.name}"))
        cells.append(new.new_code_cell(f'gallery.picture("{one.name}")', id=f"picture-{one.name}"))
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return new.new_notebook(cells=cells, metadata=kernel)


def text(one: Entry, lesson: str, picture: str = "") -> str:
    """Return an entry in Markdown.

    Args:
        one: The entry.
        lesson: The words that name its assignment, such as a link.
        picture: What shows its picture, where the text itself does.
    """
    parts = [
        f"## {one.title}",
        one.asks,
        f"**How.** {one.method} In the course: {lesson}, *{one.section}*.",
        picture,
        f"**The picture.** {one.shows}",
        "\n".join(f"- {paper.line}" for paper in one.papers),
    ]
    return "\n\n".join(part for part in parts if part)
