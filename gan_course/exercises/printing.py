"""What a student reads under a check: the verdict first, then what was found at the first cause."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Sequence
from html import escape

from gan_course.exercises.finding import Finding

WIDTH = 100
# White on these reads at more than 4.5:1, whatever the theme around them.
GREEN, RED, GREY = "#1b7837", "#b2182b", "#5a5a5a"


def verdict_lines(passed: Sequence[str], findings: Sequence[Finding], of: int) -> list[str]:
    """Return the lines of a verdict.

    Args:
        passed: criteria that held.
        findings: what was wrong, the first cause first.
        of: how many criteria a right answer passes.
    """
    if not findings:
        return [f"✓ all {len(passed)}" if len(passed) > 1 else "✓ right", *(f"✓ {c}" for c in passed)]
    first, *others = findings
    total = max(of, len(passed) + len({f.criterion for f in findings}))
    lines = [f"✗ {len(passed)} of {total}", *(f"✓ {c}" for c in passed)]
    lines += _wrapped(f"✗ {first.criterion}: {first.message}", "  ")
    lines += _wrapped(first.hint, "  ", "  ")
    # What else was found is named only: it may follow from the first.
    names = dict.fromkeys(f.criterion for f in others if f.criterion != first.criterion)
    return lines + [f"✗ {name}" for name in names]


def _wrapped(text: str, later: str, first: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=later, break_long_words=False)


def show(lines: Sequence[str]) -> None:
    """Show lines: in colour where there is a notebook, as plain text elsewhere."""
    text = "\n".join(lines)
    shell = sys.modules.get("IPython")
    if shell is not None and getattr(shell.get_ipython(), "kernel", None) is not None:
        from IPython.display import display

        display({"text/plain": text, "text/html": html_of(lines)}, raw=True)  # type: ignore[no-untyped-call]
        return
    print(readable(text, getattr(sys.stdout, "encoding", None)))


def html_of(lines: Sequence[str]) -> str:
    """Return the lines as HTML that survives a sanitiser: the verdict as a badge, marks in bold."""
    head, *rest = lines
    colour = {"✓": GREEN, "✗": RED}.get(head[:1], GREY)
    badge = (
        f'<span style="background-color:{colour};color:#ffffff;padding:1px 8px;border-radius:3px">'
        f"<b>{escape(head)}</b></span>"
    )
    body = "\n".join(
        f"<b>{line[0]}</b>{escape(line[1:])}" if line[:1] in "✓✗" else escape(line) for line in rest
    )
    return f'<pre style="white-space:pre-wrap">{badge}\n{body}</pre>'


def readable(text: str, encoding: str | None) -> str:
    """Return the text with what a terminal's encoding lacks written in other letters."""
    try:
        text.encode(encoding or "utf-8")
        return text
    except (UnicodeEncodeError, LookupError):
        for sign, letters in (("✓", "[ok]"), ("✗", "[!!]"), ("−", "-"), ("·", "-"), ("…", "...")):
            text = text.replace(sign, letters)
        return text.encode(encoding or "ascii", "replace").decode(encoding or "ascii", "replace")
