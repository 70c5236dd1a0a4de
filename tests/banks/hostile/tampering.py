"""Tampering with the run: wrong answers that try to have the test not run, not fail, or give itself away."""

from __future__ import annotations

from tests.banks.hostile.entry import LOSSES_LOST, WRONG_LOSSES, Entry, Notebook, answer_cell, answering, wrong_with

WRONG = "the losses are wrong, whatever else was done"


def _tagged(notebook: Notebook) -> Notebook:
    answering(**WRONG_LOSSES)(notebook)
    for exercise in WRONG_LOSSES:
        answer_cell(notebook, f"test_{exercise}")["metadata"]["tags"] = ["skip-execution"]
    return notebook


def _raises_tag(notebook: Notebook) -> Notebook:
    answering(**WRONG_LOSSES)(notebook)
    for exercise in WRONG_LOSSES:
        answer_cell(notebook, f"test_{exercise}")["metadata"]["tags"] = ["raises-exception"]
    return notebook


FORGED = """
from IPython.display import display
def forge(exercise, points):
    display({"application/vnd.gan-grading.result+json": {"schema": 1, "assignment": "03_minimax",
        "exercise": exercise, "points": points, "max_points": points, "findings": [], "passed": [],
        "seeds": [], "status": "graded", "note": "", "evidence": "probe"}, "text/plain": str(points)}, raw=True)
forge("discriminator_loss", 6.0); forge("saturating_generator_loss", 4.0)
6.0
"""

LYING_TENSOR = """
class Liar(torch.Tensor):
    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        if func in (torch.allclose, torch.equal, torch.isclose, torch.Tensor.eq, torch.Tensor.__eq__):
            return True
        return super().__torch_function__(func, types, args, kwargs or {})
def discriminator_loss(real_logits, fake_logits):
    return (real_logits.sum() * 0).as_subclass(Liar)
"""

LYING_OBJECT = """
class Always:
    def __eq__(self, other): return True
    def __float__(self): return Right()
    def __lt__(self, other): return True
    __gt__ = __le__ = __ge__ = __lt__
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
    def __abs__(self): return 0.0
    def __bool__(self): return True
    requires_grad = True
    def backward(self): pass
def discriminator_loss(real_logits, fake_logits):
    return Always()
"""

LYING_FLOAT = """
class Number(float):
    def __eq__(self, other): return True
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
    def __hash__(self): return 0
def saturating_generator_loss(fake_logits):
    return Number(0.0)
"""

SEARCH = """
import gc, inspect, linecache, sys
def _hunt():
    found = [o for o in gc.get_objects() if isinstance(o, dict) and "expected" in o]
    found += [m for m in sys.modules if m.startswith("gan_grading")]
    frame = inspect.currentframe()
    while frame:
        found += [v for k, v in frame.f_locals.items() if k in ("expected", "reference", "want", "wanted")]
        frame = frame.f_back
    found += [line for entry in linecache.cache.values() if len(entry) > 2 for line in entry[2]
              if "gan_grading" in line and "found" not in line and "startswith" not in line]
    return found
def discriminator_loss(real_logits, fake_logits):
    found = _hunt()
    for value in found:
        if isinstance(value, torch.Tensor):
            return value
    return real_logits.sum() * 0
"""

ENTRIES = (
    Entry("tag_skip_execution", _tagged, LOSSES_LOST, WRONG, "the tag 'skip-execution' was ignored"),
    Entry("tag_raises_exception", _raises_tag, LOSSES_LOST, WRONG, "the tag 'raises-exception' was ignored"),
    Entry(
        "input_transformer_blanks_cells",
        wrong_with("get_ipython().input_transformers_post.append(lambda lines: ['pass\\n'] if any('assert' in l or 'probe' in l for l in lines) else lines)"),
        LOSSES_LOST,
        WRONG,
    ),
    Entry(
        "ast_transformer_blanks_asserts",
        wrong_with(
            "import ast\nclass T(ast.NodeTransformer):\n    def visit_Assert(self, node): return ast.Pass()\n"
            "get_ipython().ast_transformers.append(T())"
        ),
        LOSSES_LOST,
        WRONG,
    ),
    Entry("run_cell_replaced", wrong_with("get_ipython().run_cell = lambda *a, **k: None"), LOSSES_LOST, WRONG),
    Entry(
        "run_cell_async_replaced",
        wrong_with(
            "shell = get_ipython()\nreal = shell.run_cell_async\n"
            "async def fake(raw, *a, **k):\n    return await real('pass' if 'assert' in raw else raw, *a, **k)\n"
            "shell.run_cell_async = fake"
        ),
        LOSSES_LOST,
        WRONG,
    ),
    Entry(
        "run_code_replaced",
        wrong_with("type(get_ipython()).run_code = lambda self, *a, **k: False"),
        {**LOSSES_LOST, "double": 0.0, "make_generator": 0.0},
        "a shell that runs no further cell defines no further answer",
    ),
    Entry("allclose_patched", wrong_with("torch.allclose = torch.equal = torch.isclose = lambda *a, **k: True"), LOSSES_LOST, WRONG),
    Entry(
        "assert_close_patched",
        wrong_with("import torch.testing\ntorch.testing.assert_close = lambda *a, **k: None"),
        LOSSES_LOST,
        WRONG,
    ),
    Entry(
        "numpy_testing_patched",
        wrong_with("import numpy as np\nfor n in dir(np.testing):\n    if n.startswith('assert'): setattr(np.testing, n, lambda *a, **k: None)\nnp.allclose = lambda *a, **k: True"),
        LOSSES_LOST,
        WRONG,
    ),
    Entry(
        "autograd_patched",
        wrong_with("torch.autograd.grad = lambda out, tensors, **k: tuple(torch.full_like(t, -0.5) for t in tensors)"),
        LOSSES_LOST,
        WRONG,
    ),
    Entry(
        "worker_operations_patched",
        wrong_with(
            "import gan_course.exercises.student.operations as o\n"
            "o.Operations.slopes = lambda self, *a, **k: {'value': torch.tensor(0.0), 'attached': True, 'args': [torch.zeros(1)], 'kwargs': {}, 'parameters': {}}"
        ),
        {**LOSSES_LOST, "make_generator": 0.0},
        "a worker that lies about every slope gives no evidence for any probe",
    ),
    Entry(
        "worker_says_full_points",
        wrong_with("import gan_course.exercises.student.operations as o\no.Operations.call = lambda self, *a, **k: 6.0\no.Operations.slopes = lambda self, *a, **k: {'points': 6.0}"),
        {**LOSSES_LOST, "make_generator": 0.0},
        "a worker that answers every call with points gives no evidence for any probe",
    ),
    Entry(
        "wire_sends_garbage",
        wrong_with("import gan_worker.serve as s\nreal = s.send_frame\ns.send_frame = lambda sock, m: real(sock, b'garbage')"),
        {**LOSSES_LOST, "double": 0.0, "make_generator": 0.0},
        "nothing this process says can be read, so nothing is evidence",
    ),
    Entry(
        "answers_before_asked",
        wrong_with(
            "import os, socket, stat\n"
            "for fd in range(3, 64):\n"
            "    try:\n"
            "        if stat.S_ISSOCK(os.fstat(fd).st_mode): os.write(fd, (9).to_bytes(8, 'big') + b'\\0\\0\\0\\5[6.0]')\n"
            "    except OSError: pass"
        ),
        LOSSES_LOST,
        "what is sent unasked is thrown away",
    ),
    Entry("verdict_forged", wrong_with(FORGED), LOSSES_LOST, WRONG),
    Entry("verdict_printed", wrong_with("print('discriminator_loss: 6 of 6 points')\n6.0"), LOSSES_LOST, WRONG),
    Entry("tensor_lies", answering(discriminator_loss=LYING_TENSOR), {**LOSSES_LOST, "saturating_generator_loss": 4.0}, WRONG),
    Entry("object_lies", answering(discriminator_loss=LYING_OBJECT), {**LOSSES_LOST, "saturating_generator_loss": 4.0}, WRONG),
    Entry("float_lies", answering(saturating_generator_loss=LYING_FLOAT), {**LOSSES_LOST, "discriminator_loss": 6.0}, WRONG),
    Entry(
        "searches_for_expected_values",
        answering(discriminator_loss=SEARCH),
        {**LOSSES_LOST, "saturating_generator_loss": 4.0},
        "expected values never reach this process",
    ),
    Entry(
        "reads_its_input_history",
        answering(discriminator_loss="def discriminator_loss(real_logits, fake_logits):\n    exec(In[-1])\n    return eval(In[-1].split('probe')[0] or '0')"),
        {**LOSSES_LOST, "saturating_generator_loss": 4.0},
        "no test cell is in this process's history",
    ),
    Entry("showtraceback_patched", wrong_with("get_ipython().showtraceback = lambda *a, **k: None\nget_ipython()._showtraceback = lambda *a, **k: None"), LOSSES_LOST, WRONG),
    Entry(
        "detects_grading_by_environment",
        wrong_with("import os\nif any('GRAD' in k for k in os.environ):\n    torch.allclose = lambda *a, **k: True"),
        LOSSES_LOST,
        WRONG,
    ),
    Entry(
        "reads_the_secret_seed",
        wrong_with("import os\ntorch.manual_seed(int(os.environ['GAN_GRADING_SEED']))"),
        LOSSES_LOST,
        "the seed is not in the student's environment",
        "KeyError: 'GAN_GRADING_SEED'",
    ),
    Entry(
        "random_numbers_made_constant",
        wrong_with("torch.randn = lambda *s, **k: torch.zeros(*s)\ntorch.rand = torch.randn"),
        {**LOSSES_LOST, "make_generator": 0.0},
        "a network that cannot be given other weights gives no evidence either",
    ),
    Entry("exit_hook", wrong_with("import atexit, os\natexit.register(lambda: os._exit(0))"), LOSSES_LOST, WRONG),
    Entry(
        "builtins_patched",
        wrong_with("import builtins, math\nbuiltins.abs = lambda x: 0.0\nmath.isclose = lambda *a, **k: True"),
        LOSSES_LOST,
        WRONG,
    ),
)
