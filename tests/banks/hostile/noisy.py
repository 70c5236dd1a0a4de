"""Honest but noisy: every one of these keeps full marks."""

from __future__ import annotations

from tests.banks.hostile.entry import FULL, RIGHT_D, Entry, Notebook, answering, d_loss, edited, with_cell

RIGHT = "the answers are right"


def _edited_setup(nb: Notebook) -> None:
    for cell in nb["cells"]:
        if cell["cell_type"] == "code" and cell["source"].startswith("import torch"):
            cell["source"] += "\nimport math\nEPS = 1e-8"


ENTRIES = (
    Entry("unchanged", edited(lambda nb: None), FULL, RIGHT),
    Entry("warns", d_loss("import warnings", "warnings.warn('careful')", f"return {RIGHT_D}"), FULL, RIGHT),
    Entry("logs", d_loss("import logging", "logging.error('value %s', real_logits)", f"return {RIGHT_D}"), FULL, RIGHT),
    Entry("writes_stderr", d_loss("import sys", "print('noise', file=sys.stderr)", f"return {RIGHT_D}"), FULL, RIGHT),
    Entry("prints", d_loss("print(real_logits, fake_logits)", f"return {RIGHT_D}"), FULL, RIGHT),
    Entry("shows_progress", with_cell("from tqdm.auto import tqdm\nfor _ in tqdm(range(50)): pass"), FULL, RIGHT),
    Entry("plots", with_cell("%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.show()"), FULL, RIGHT),
    Entry("plots_in_answer", d_loss("import matplotlib.pyplot as plt", "plt.plot([1, 2]); plt.show()", f"return {RIGHT_D}"), FULL, RIGHT),
    Entry("slow_within_limits", with_cell("import time\ntime.sleep(1.5)"), FULL, RIGHT),
    Entry("slow_answer", d_loss("import time", "time.sleep(0.02)", f"return {RIGHT_D}"), FULL, RIGHT),
    Entry(
        "default_dtype_restored",
        d_loss("torch.set_default_dtype(torch.float64)", f"out = {RIGHT_D}", "torch.set_default_dtype(torch.float32)", "return out"),
        FULL,
        RIGHT,
    ),
    Entry(
        "helper_in_an_own_cell",
        with_cell(
            "def my_helper(a):\n    return F.softplus(a).mean()",
            discriminator_loss="def discriminator_loss(real_logits, fake_logits):\n    return my_helper(-real_logits) + my_helper(fake_logits)",
        ),
        FULL,
        RIGHT,
    ),
    Entry("own_imports", with_cell("import json, math, collections\nimport numpy as np\nimport scipy\nfrom torch import nn"), FULL, RIGHT),
    Entry("setup_edited", edited(_edited_setup), FULL, RIGHT),
    Entry(
        "non_ascii",
        answering(
            discriminator_loss="# Verlust des Diskriminators – für beide Stapel ✓\ndef discriminator_loss(real_logits, fake_logits):\n    größe_σ = F.softplus(-real_logits).mean()\n    return größe_σ + F.softplus(fake_logits).mean()"
        ),
        FULL,
        RIGHT,
    ),
    Entry("magics", with_cell("%timeit -n1 -r1 sum(range(10))\n%precision 3\n!echo hello\n?print"), FULL, RIGHT),
    Entry("cell_magic", with_cell("%%time\nx = sum(range(1000))"), FULL, RIGHT),
    Entry("awaits", with_cell("import asyncio\nawait asyncio.sleep(0.01)"), FULL, RIGHT),
    Entry(
        "tries_its_answer_and_errs",
        answering(discriminator_loss=f"def discriminator_loss(real_logits, fake_logits):\n    return {RIGHT_D}\ndiscriminator_loss(1, 2)"),
        FULL,
        "the function was defined before the line that fails",
        "TypeError",
    ),
    Entry("own_cell_errs", with_cell("1 / 0"), FULL, RIGHT, "ZeroDivisionError"),
    Entry("own_cell_does_not_parse", with_cell("def broken(:"), FULL, RIGHT, "SyntaxError"),
    Entry("lambda", answering(discriminator_loss=f"discriminator_loss = lambda real_logits, fake_logits: {RIGHT_D}"), FULL, RIGHT),
    Entry(
        "module_as_function",
        answering(
            discriminator_loss="class L(torch.nn.Module):\n    def forward(self, real_logits, fake_logits):\n"
            f"        return {RIGHT_D}\ndiscriminator_loss = L()"
        ),
        FULL,
        RIGHT,
    ),
    Entry("decorated", answering(discriminator_loss=f"import functools\n@functools.wraps(print)\ndef _(): pass\n\n@torch.enable_grad()\ndef discriminator_loss(real_logits, fake_logits):\n    return {RIGHT_D}"), FULL, RIGHT),
    Entry("re_seeds", d_loss("torch.manual_seed(0)", f"return {RIGHT_D}"), FULL, RIGHT),
    Entry("shows_html", with_cell("from IPython.display import HTML, Javascript, display\ndisplay(HTML('<script>alert(1)</script><b>x</b>'), Javascript('alert(1)'))"), FULL, RIGHT),
    Entry("subprocess", with_cell("import subprocess, sys\nsubprocess.run([sys.executable, '-c', 'print(1)'], check=True)"), FULL, RIGHT),
    Entry("writes_a_file", with_cell("from pathlib import Path\nPath('notes.txt').write_text('x')\nassert Path('notes.txt').read_text() == 'x'"), FULL, RIGHT),
    Entry("trains_in_an_own_cell", with_cell("w = torch.zeros(3, requires_grad=True)\nopt = torch.optim.Adam([w])\nfor _ in range(200):\n    opt.zero_grad(); (w - 1).pow(2).sum().backward(); opt.step()"), FULL, RIGHT),
    Entry(
        "imports_a_module_it_wrote",
        with_cell("%%writefile helper.py\ndef half(x):\n    return x / 2", double="import helper\ndef double(x):\n    return 4 * helper.half(x)"),
        FULL,
        RIGHT,
    ),
)
