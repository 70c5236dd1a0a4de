"""Set formulas while a page is made: as MathML, which browsers draw without a script or a network."""

from __future__ import annotations

import re
import secrets
from functools import lru_cache
from html import escape
from xml.etree import ElementTree

from latex2mathml.converter import convert
from nbconvert.filters.markdown_mistune import IPythonRenderer

LONGEST = 2_000
NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
# A student may have written the formula: what is not here is not set.
ELEMENTS = {"math", "menclose", "mfrac", "mi", "mn", "mo", "mover", "mpadded", "mphantom", "mroot", "mrow"}
ELEMENTS |= {"mspace", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr"}
ELEMENTS |= {"munder", "munderover"}
ATTRIBUTES = {
    "accent",
    "columnalign",
    "columnspacing",
    "display",
    "displaystyle",
    "fence",
    "form",
    "linethickness",
}
ATTRIBUTES |= {"lspace", "mathvariant", "maxsize", "minsize", "movablelimits", "notation", "rowspacing"}
ATTRIBUTES |= {"rspace", "scriptlevel", "separator", "stretchy", "symmetric", "width", "height", "depth"}
VALUE = re.compile(r"[\w.%+ -]*")
# What the library knows by another name, or not behind \big.
KNOWN_AS = (
    (re.compile(r"(\\[bB]igg?[lrm]?)\s*\\([lr]?Vert(?![A-Za-z])|\|)"), r"\1‖"),
    (re.compile(r"\\(begin|end)\{aligned\}"), r"\\\1{split}"),
)


@lru_cache(maxsize=4096)  # all of a class have the same formulas
def set_formula(tex: str, is_block: bool) -> str:
    """Return a formula as MathML; one that cannot be set is shown as it was written.

    Args:
        tex: TeX without its delimiters.
        is_block: whether it stands on a line of its own.
    """
    made = _mathml(tex, is_block) if len(tex) <= LONGEST else None
    return made or f"<code>{escape(tex.strip())}</code>"


def _mathml(tex: str, is_block: bool) -> str | None:
    try:
        for known, name in KNOWN_AS:
            tex = known.sub(name, tex)
        root = ElementTree.fromstring(convert(tex, display="block" if is_block else "inline"))
    except Exception:  # of whatever kind: the library's own, or XML's for what it made
        return None
    for node in root.iter():
        node.tag = node.tag.removeprefix(NAMESPACE)
        if node.tag not in ELEMENTS or (node.text or "").startswith("\\"):  # a command it does not know
            return None
        for name, value in list(node.attrib.items()):
            if name not in ATTRIBUTES or not VALUE.fullmatch(value):
                del node.attrib[name]
    return ElementTree.tostring(root, encoding="unicode")


class FormulaRenderer(IPythonRenderer):
    """nbconvert's renderer of Markdown, with a word in the place of each formula.

    The words pass through whatever cleans the page, and nobody can have written them; :meth:`with_formulas`
    puts the formulas in their places.
    """

    def __init__(self) -> None:
        super().__init__(escape=False)
        self._word = f"formula{secrets.token_hex(8)}"
        self._formulas: list[str] = []

    def inline_math(self, body: str) -> str:
        """Set a formula within a line."""
        return self._keep(body, is_block=False)

    def block_math(self, body: str) -> str:
        """Set a formula on a line of its own."""
        return self._keep(body, is_block=True)

    def latex_environment(self, name: str, body: str) -> str:
        """Set an environment, such as ``aligned``."""
        return self._keep(f"\\begin{{{name}}}{body}\\end{{{name}}}", is_block=True)

    def with_formulas(self, page: str) -> str:
        """Return the cleaned page with its formulas."""
        return re.sub(rf"{self._word}x(\d+)x", lambda found: self._formulas[int(found[1])], page)

    def _keep(self, tex: str, is_block: bool) -> str:
        self._formulas.append(set_formula(tex, is_block))
        return f"{self._word}x{len(self._formulas) - 1}x"
