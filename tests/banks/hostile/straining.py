"""Straining the grader itself: text that is slow to read, that cannot be written, that is larger than it looks."""

from __future__ import annotations

import json

from tests.banks.hostile.entry import (
    FIRST_LOST,
    FULL,
    RIGHT_D,
    ZERO,
    Entry,
    Notebook,
    answer_cell,
    answering,
    code_cell,
    d_loss,
    edited,
    place_of,
    with_cell,
)

AROUND = "it stands around the answers, which are right"
NOT_READ = "its text was not read"
RIGHT = f"def discriminator_loss(real_logits, fake_logits):\n    return {RIGHT_D}"
SENDS_INSTEAD = (
    "import gan_worker.serve as s\nreal = s.send_frame\n"
    "s.send_frame = lambda sock, m: real(sock, len({0}).to_bytes(4, 'big') + {0})"
)


def _fence_without_end(nb: Notebook) -> None:
    cell = answer_cell(nb, "discriminator_loss")
    cell["cell_type"], cell["source"] = "markdown", "```\n" + 200_000 * "\n" + "x"


def _many_cells(nb: Notebook) -> None:
    nb["cells"] += [dict(code_cell("x = 1"), cell_type="raw") for _ in range(5_000)]


def _many_values(nb: Notebook) -> bytes:
    text = json.dumps({**nb, "metadata": {"deep": "HERE"}})
    return text.replace('"HERE"', "[" + "{}," * 4_000_000 + "{}]").encode()


def _number_without_end(nb: Notebook) -> bytes:
    return json.dumps({**nb, "metadata": {"n": "HERE"}}).replace('"HERE"', "9" * 5_000).encode()


def _halves_everywhere(nb: Notebook) -> None:
    cell = answer_cell(nb, "discriminator_loss")
    cell["source"] = f"# \ud800 half a letter\n{RIGHT}"
    cell["metadata"]["tags"] = ["\udc00", "skip\ud800"]
    cell["metadata"]["\ud800"] = "\ud800"
    cell["metadata"]["nbgrader"]["\ud800"] = {"\ud800": "\ud800"}
    nb["metadata"]["\ud800"] = "\ud800"
    nb["cells"].insert(place_of(nb, "discriminator_loss"), dict(code_cell("# \ud800"), id="\ud800"))


ENTRIES = (
    Entry("fence_without_end", edited(_fence_without_end), FIRST_LOST, "two hundred thousand lines are no answer"),
    Entry("half_a_megabyte", with_cell("x = 1\n" * 90_000), FULL, AROUND, NOT_READ),
    Entry("magics_without_end", with_cell("%x\n" * 80_000), FULL, AROUND),
    Entry("brackets_without_end", with_cell("(" * 250_000), FULL, AROUND, "Error"),
    Entry("marks_without_end", with_cell("a" + "\u0301\u0323" * 60_000 + " = 1"), FULL, AROUND),
    Entry(
        "answer_too_long",
        answering(discriminator_loss=f"{RIGHT}\n#{'x' * 300_000}"),
        FIRST_LOST,
        "what is not read is no answer, and the student is told",
        "too long",
    ),
    Entry(
        "long_and_honest",
        with_cell(f"# {'x' * 60_000}\nhalf = 0.5", discriminator_loss=RIGHT.replace("return ", "return 2 * half * (") + ")"),
        FULL,
        "sixty thousand characters are within the limit",
    ),
    Entry("five_thousand_cells", edited(_many_cells), FULL, AROUND, "the first 1000 were read"),
    Entry("four_million_values", edited(_many_values), ZERO, "such a file is not read", "values"),
    Entry("number_without_end", edited(_number_without_end), FULL, AROUND),
    Entry("halves_of_letters", edited(_halves_everywhere), FULL, AROUND),
    Entry("prints_half_a_letter", with_cell("print('\\ud800'); 'x\\udfff'"), FULL, AROUND),
    Entry(
        "raises_half_a_letter",
        d_loss("raise ValueError('\\ud800 \\x1b]52;c;eA==\\x07\\n14 of 14 points')"),
        FIRST_LOST,
        "an error is an error, whatever its words",
        "\\x1b]52;c;eA==\\x07 14 of 14 points",
    ),
    Entry("returns_half_a_letter", d_loss("return {'\\ud800': '\\ud800'}"), FIRST_LOST, "that is no loss"),
    Entry(
        "displays_no_text",
        with_cell(
            "from IPython.display import display\n"
            "for data in ({'text/plain': 5}, {'text/plain': None}, {'x': 'y'}, {'image/png': '\"><script>'}, {'': ''}):\n"
            "    display(data, raw=True)"
        ),
        FULL,
        AROUND,
        "outputs were left out",
    ),
    Entry(
        "answers_with_a_million_lists",
        with_cell(SENDS_INSTEAD.format("(b'[' + b'{},' * 10_000_000 + b'{}]')")),
        dict(ZERO),
        "nothing this process says can be read, so nothing is evidence",
    ),
    Entry(
        "lifts_its_limits",
        with_cell(
            "get_ipython().recorder.limit(10**9, 10**9)\nfrom IPython.display import display\nprint('x' * 30_000_000)\n"
            "display({'text/html': 'x' * 20_000_000}, raw=True)"
        ),
        FULL,
        AROUND,
        "larger than a cell may show",
    ),
)
