"""Cells that answer for the worker: what a function did on the side is denied, or put back before anyone looks.

Each stands above a student's answers. ``OWN`` lies about the functions of the notebook alone, known by name;
``KNOWN`` knows them by the very function, so that the grader's own answers under the same names are told of truly.
"""

from __future__ import annotations

_BASE = """
import torch as _torch
from gan_course.exercises.student.operations import Operations as _O
_asked = [None]
_function, _mode, _evaluating, _parameters, _twice = _O._function, _O.mode, _O.evaluating, _O.parameters, _O.twice
_seed, _state, _draw = _O.random_seed, _O.random_state, _O.draw_numbers
def _listening(self, target, method, seed, *more):
    _asked[0] = target
    return _function(self, target, method, seed, *more)
_O._function = _listening
def _denied():
    {when}
def _all_trainable(self, module):
    found = _parameters(self, module)
    return [{{**p, "trainable": True}} for p in found] if _denied() else found
def _untouched(self, target, args, seed=None):
    given = [a.clone() if hasattr(a, "clone") else a for a in args]
    found = _twice(self, target, args, seed)
    return {{**found, "after": given, "touched": [False] * len(args)}} if _denied() else found
def _in_training(self, module, training=None):
    found = _mode(self, module, training)
    return True if _denied() else found
def _in_evaluation(self, module):
    found = _evaluating(self, module)
    return True if _denied() else found
def _unseeded(self, new=None, draws=0):
    found = _seed(self, new, draws)
    if new is not None:
        _asked.append(found)
    return _asked[-1] if _denied() and len(_asked) > 1 else found
def _running_on(self):
    found = _draw(self)
    return [_torch.seed() / 2**64 for _ in found] if _denied() else found
_O.parameters, _O.twice, _O.mode, _O.evaluating = _all_trainable, _untouched, _in_training, _in_evaluation
_O.random_seed, _O.draw_numbers = _unseeded, _running_on
"""
_NAMED = "return isinstance(_asked[0], str) and _asked[0] in {names}"
_THE_VERY = (
    "import inspect\n"
    "    own = get_ipython().user_ns\n"
    "    found = own.get(_asked[0]) if isinstance(_asked[0], str) else None\n"
    "    lines = inspect.getsource(found).splitlines() if hasattr(found, '__code__') else []\n"
    "    return bool(lines) and not any('network' in line for line in lines[:1])"
)
_PUT_BACK = """
import torch as _torch
from gan_course.exercises.student.operations import Operations as _O
_function = _O._function
def _tidied(self, target, method, seed, *more):
    function = _function(self, target, method, seed, *more)
    if not (isinstance(target, str) and target in {names}):
        return function
    def around(*args, **kwargs):
        networks = [a for a in (*args, *kwargs.values()) if isinstance(a, _torch.nn.Module)]
        tensors = [a for a in (*args, *kwargs.values()) if isinstance(a, _torch.Tensor)]
        modes = [(m, m.training) for n in networks for m in n.modules()]
        learns = [(p, p.requires_grad) for n in networks for p in n.parameters()]
        kept = [(t, t.detach().clone(), t.requires_grad) for t in tensors]
        seed = _torch.initial_seed()
        state = _torch.get_rng_state()
        result = function(*args, **kwargs)
        for m, training in modes:
            m.training = training
        for p, flag in learns:
            p.requires_grad_(flag)
        for t, value, flag in kept:
            if t.is_leaf:
                with _torch.no_grad():
                    if not _torch.equal(t, value):
                        t.copy_(value)
                if t.requires_grad != flag:
                    t.requires_grad_(flag)
                    t.grad = None
        if _torch.initial_seed() != seed:
            _torch.set_rng_state(state)
            _torch.rand(1)
        return result
    return around
_O._function = _tidied
"""


def lying_cells(names: tuple[str, ...]) -> dict[str, str]:
    """Return each form of lie as a cell, for a notebook with functions of these names."""
    return {
        "always": _BASE.format(when="return True"),
        "own functions": _BASE.format(when=_NAMED.format(names=names)),
        "puts back": _PUT_BACK.format(names=names),
        "these very functions": _BASE.format(when=_THE_VERY),
    }
