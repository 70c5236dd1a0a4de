"""Turn a student's text into a page in a time that has an end.

Highlighting and Markdown take minutes on text made for it, and a page is opened by instructors as well as by
its student. What is long, in a cell or in all of them, is shown as it stands.
"""

from __future__ import annotations

from html import escape
from typing import Any

import bleach  # type: ignore[import-untyped]
from bleach.css_sanitizer import ALLOWED_CSS_PROPERTIES, CSSSanitizer  # type: ignore[import-untyped]
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.markdown_mistune import MarkdownWithMath
from nbconvert.utils.base import NbConvertBase
from nbformat import NotebookNode
from nbgrader.preprocessors.base import NbGraderPreprocessor
from traitlets import List

from gan_grading.nbgrader.formulas import FormulaRenderer
from gan_grading.nbgrader.results import RESULT
from gan_grading.release.source import is_answer

TAGS = [*bleach.ALLOWED_TAGS, "br", "dd", "details", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6"]
TAGS += ["hr", "img", "p", "pre", "s", "small", "span", "sub", "summary", "sup"]
TAGS += ["table", "tbody", "td", "th", "thead", "tr", "u"]
STYLES = [*ALLOWED_CSS_PROPERTIES, "list-style", "padding-left"]
ATTRIBUTES = {**bleach.ALLOWED_ATTRIBUTES, "*": ["class", "style", "title"], "img": ["alt", "src", "width"]}

# What takes more than its length does so within one line, or not below these sizes.
LONG_TEXT, LONG_LINE = 20_000, 1_000
PAGE = 400_000
MARKUP = ("text/html", "text/markdown", "text/latex", "image/svg+xml")
LEFT_OUT = "[left out: the notebook holds more text than a page shows]"


def is_heavy(text: str) -> bool:
    """Whether text is shown as it stands, without colours and markup."""
    return len(text) > LONG_TEXT or any(len(line) > LONG_LINE for line in text.split("\n"))


def safe_markdown(source: str) -> str:
    """Render Markdown and take out what a browser would run; a student may have written the cell."""
    if is_heavy(source):
        return _as_it_stands(source)
    css = CSSSanitizer(allowed_css_properties=STYLES)
    renderer = FormulaRenderer()
    rendered = MarkdownWithMath(renderer=renderer).render(source)
    cleaned = str(bleach.clean(rendered, tags=TAGS, attributes=ATTRIBUTES, css_sanitizer=css, strip=True))
    return renderer.with_formulas(cleaned)


def light_highlight(source: str, language: str | None = None, metadata: Any = None) -> str:
    """Colour code, as nbconvert's own filter does."""
    if is_heavy(source):
        return f'<div class="highlight">{_as_it_stands(source)}</div>'
    return str(Highlight2HTML()(source, language, metadata))


def _as_it_stands(source: str) -> str:
    return f"<pre>{escape(source)}</pre>"


class PageStep(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader publishes no type information
    """A step of making a page; it takes a setting of nbconvert that nbgrader's class warns of every time."""

    display_data_priority = List(NbConvertBase.display_data_priority.default()).tag(config=True)


class LimitText(PageStep):
    """Leave out what is beyond a page, of the student's own cells and of what any cell showed."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Shorten a notebook, in place."""
        room = PAGE
        for cell in nb.cells:
            if is_answer(cell) or "nbgrader" not in cell.metadata:
                room -= len(cell.source)
                if room < 0:
                    cell.source = LEFT_OUT
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                if RESULT in data:
                    continue  # the verdict itself
                for kind in [kind for kind in MARKUP if kind in data]:
                    room -= len(data[kind])
                    if room < 0:
                        data.pop(kind)
                        data.setdefault("text/plain", LEFT_OUT)
        return nb, resources
