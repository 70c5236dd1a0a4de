"""Find the answer to each exercise among the cells of a submission, whatever was done to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gan_grading.engine.definitions import defined_names
from gan_grading.engine.plan import Plan, Prescribed
from gan_grading.engine.submitted import SubmittedCell

FENCES = ("```", "~~~")


@dataclass(frozen=True)
class Found:
    """The answer to one exercise.

    Attributes:
        source: its text; ``None`` if nothing in the submission answers the exercise.
        index: the submitted cell it stands in.
        notices: what was odd about it, in words.
    """

    source: str | None
    index: int | None = None
    notices: tuple[str, ...] = ()


def find_answers(plan: Plan, cells: Sequence[SubmittedCell]) -> dict[str, Found]:
    """Find the answers of a submission by exercise id.

    By grade_id first; where no cell with the id holds an answer, by the name the exercise asks for, among
    cells that are not known to be something else.

    Args:
        plan: the instructor's notebook.
        cells: the submission.
    """
    known = {cell.name for cell in plan.cells if cell.name}
    # Each text is read once, however many exercises there are to find.
    texts = [_Text(cell, answer_text(cell)) for cell in cells]
    free = [text for text in texts if text.cell.grade_id not in known]
    answers = plan.answers
    return {name: _find(name, answer, texts, free, set(answers) - {name}) for name, answer in answers.items()}


class _Text:
    """A submitted cell with what is read out of its text."""

    def __init__(self, cell: SubmittedCell, text: str) -> None:
        self.cell, self.text = cell, text
        self.names = defined_names(text)
        self.bare = _bare(cell.source)


def _find(
    name: str, answer: Prescribed, texts: Sequence[_Text], free: Sequence[_Text], others: set[str]
) -> Found:
    stub = _bare(answer.stub)
    marked = [text for text in texts if _is_marked(text.cell, name)]
    written = [text for text in marked if text.bare != stub]
    written = [text for text in written if name in text.names] or written
    elsewhere = [text for text in texts if text.cell.grade_id in others and text.cell.kind == "code"]
    elsewhere = [text for text in elsewhere if name in text.names]
    if elsewhere and not any(name in text.names for text in written):
        cell = elsewhere[-1].cell
        return Found(cell.source, cell.index, (f"{name}: its answer stands in the cell of {cell.grade_id}",))
    if written:
        # Of several, the last one is what a notebook run from top to bottom would end with.
        return _taken(name, written[-1], answer, len(marked))
    named = [text for text in free if name in text.names and text.bare != stub]
    stripped = [text for text in named if not marked and text.cell.kind in ("code", "markdown", "raw")]
    if stripped:
        notice = f"{name}: the cell's id is gone; the answer was found by the name it defines"
        return Found(stripped[-1].text, stripped[-1].cell.index, (notice,))
    if marked:
        return Found(marked[-1].cell.source, marked[-1].cell.index)
    return Found(None, None, (f"{name}: no cell with this exercise's id or name is in the notebook",))


def _is_marked(cell: SubmittedCell, name: str) -> bool:
    return name in (cell.grade_id, cell.cell_id) and cell.grade_id in ("", name)


def _taken(name: str, text: _Text, answer: Prescribed, copies: int) -> Found:
    kind, notices = text.cell.kind, []
    if copies > 1:
        notices.append(f"{name}: {copies} cells carry this id; the last written one counts")
    if answer.node.cell_type == "code" and kind != "code":
        notices.append(f"{name}: the cell was turned into {kind or 'something else'}; its text still counts")
    return Found(text.text, text.cell.index, tuple(notices))


def answer_text(cell: SubmittedCell) -> str:
    """Return a cell's text as code: a fence around it, as in Markdown, is left out."""
    fenced = None if cell.kind == "code" else _inside_fence(cell.source.strip())
    return cell.source if fenced is None else fenced


def _inside_fence(text: str) -> str | None:
    """Return what stands between the first line and the last, where both are fences."""
    first, _, rest = text.partition("\n")
    body, found, last = rest.rpartition("\n")
    is_fenced = first.startswith(FENCES) and last.strip() in FENCES
    return body if found and is_fenced else None


def _bare(source: str) -> str:
    return "\n".join(line.rstrip() for line in source.strip().splitlines())
