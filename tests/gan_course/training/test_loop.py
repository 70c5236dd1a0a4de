import math
import os
import random
import signal
import weakref

import numpy as np
import pytest
import torch

from gan_course.errors import DivergedError, SetupError
from gan_course.training import Loop, StopTraining, every, repeat


class Counter:
    """A step that returns its own number, as tensor or as float."""

    def __init__(self, kind=torch.tensor, bad_at=None, bad=math.nan):
        self.n, self.kind, self.bad_at, self.bad = 0, kind, bad_at, bad

    def __call__(self):
        self.n += 1
        return {"loss": self.kind(self.bad if self.n == self.bad_at else float(self.n))}


@pytest.mark.parametrize("kind", [torch.tensor, float])
def test_every_loss_is_kept_in_order(kind):
    history = repeat(Counter(kind), 137, progress=False)
    assert history.losses["loss"] == [float(i) for i in range(1, 138)]
    assert history.seconds > 0


def test_callbacks_come_in_their_rhythm_and_after_the_last_step():
    seen = []
    repeat(
        Counter(), 10, callbacks=[every(4, lambda loop: seen.append(loop.step), first=True)], progress=False
    )
    assert seen == [0, 4, 8, 10]


def test_a_bare_function_is_called_after_every_step():
    seen = []
    repeat(Counter(), 3, callbacks=[lambda loop: seen.append(loop.step)], progress=False)
    assert seen == [1, 2, 3]


def test_what_callbacks_return_is_kept():
    history = repeat(Counter(), 4, callbacks=[every(2, lambda loop: {"m": loop.step / 2})], progress=False)
    assert history.measured == {"m": [(2, 1.0), (4, 2.0)]}


def test_a_callback_can_stop_the_run():
    def enough(loop):
        if loop.step == 3:
            raise StopTraining("good enough")

    history = repeat(Counter(), 100, callbacks=[enough], progress=False)
    assert (history.steps, history.stopped) == (3, "good enough")


def test_callbacks_do_not_change_the_random_numbers():
    def run(callbacks):
        torch.manual_seed(0)
        return repeat(lambda: {"loss": torch.rand(())}, 20, callbacks=callbacks, progress=False).losses

    assert run([]) == run(
        [lambda loop: torch.rand(100) and None if False else torch.rand(100).sum() and None]
    )


@pytest.mark.parametrize(
    ("bad", "what"), [(math.nan, "became NaN"), (math.inf, "reached inf"), (-1e7, "reached -1e+07")]
)
def test_a_loss_gone_wrong_stops_with_advice(bad, what):
    with pytest.raises(DivergedError) as caught:
        repeat(Counter(bad_at=77, bad=bad), 1000, progress=False)
    message = str(caught.value)
    assert message.startswith(f"the loss 'loss' {what} at iteration 77: try a learning rate")
    assert "\n" not in message
    assert caught.value.run.history.losses["loss"][:76] == [float(i) for i in range(1, 77)]


def test_an_interrupt_ends_the_run_after_the_step_under_way():
    """SIGINT is what both Ctrl-C and the notebook's stop button send."""
    counter = Counter()

    def step():
        result = counter()
        if counter.n == 5:
            os.kill(os.getpid(), signal.SIGINT)
        return result

    loop = Loop(step)
    history = loop.run(10_000, progress=False)
    assert history.stopped == "interrupted"
    assert 5 <= history.steps == counter.n < 10_000
    loop.run(10, progress=False)  # and goes on
    assert history.steps == counter.n
    assert history.stopped == ""


def test_a_second_interrupt_breaks_off_at_once():
    def step():
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        return {"loss": 0.0}

    before = signal.getsignal(signal.SIGINT)  # a suite started in the background ignores it
    with pytest.raises(KeyboardInterrupt):
        Loop(step).run(10, progress=False)
    assert signal.getsignal(signal.SIGINT) is before


def test_advance_is_quiet_and_counts(capsys):
    loop = Loop(Counter())
    assert loop.advance(3) == 3
    assert loop.advance(4) == 7
    assert loop.history.steps == 7
    assert capsys.readouterr() == ("", "")


def test_the_bar_shows_progress_and_can_be_switched_off(capsys, monkeypatch):
    monkeypatch.delenv("GAN_COURSE_PROGRESS", raising=False)
    repeat(Counter(), 10, description="counting")
    assert "counting: 100%" in capsys.readouterr().err
    monkeypatch.setenv("GAN_COURSE_PROGRESS", "0")
    repeat(Counter(), 10)
    assert capsys.readouterr() == ("", "")


def test_slow_steps_are_read_one_by_one():
    """The stop button must not wait for fifty slow steps."""
    import time

    counter = Counter()

    def slow():
        time.sleep(0.11)
        if counter.n == 2:
            os.kill(os.getpid(), signal.SIGINT)
        return counter()

    assert Loop(slow).run(50, progress=False).steps <= 5


def test_graphs_do_not_outlive_their_step():
    """A step that returns its loss attached must not keep every graph of a block of 50 in memory."""
    kept = []

    def step():
        inner = torch.ones(3, requires_grad=True) * 2
        kept.append(weakref.ref(inner))
        return {"loss": inner.square().sum()}

    loop = Loop(step)
    loop.advance(1)
    loop._block = 50

    def alive(_):
        return sum(ref() is not None for ref in kept)

    most = []
    loop._do = lambda: most.append(alive(None)) or step()
    loop.advance(50)
    assert max(most) <= 1


def test_a_step_that_raises_leaves_the_numbers_of_those_before_it():
    counter = Counter()

    def step():
        if counter.n == 7:
            raise KeyError("student's bug")
        return counter()

    loop = Loop(step)
    with pytest.raises(KeyError):
        loop.advance(20)
    assert loop.step == loop.history.steps == 7


def test_callbacks_do_not_change_numpys_numbers_either():
    def run(callbacks):
        random.seed(0)
        np.random.seed(0)
        step = {"loss": lambda: float(np.random.rand()) + random.random()}["loss"]
        return repeat(lambda: {"loss": step()}, 20, callbacks=callbacks, progress=False).losses

    assert run([]) == run([lambda loop: {"drawn": np.random.rand() + random.random()}])


def test_no_steps_is_refused():
    with pytest.raises(SetupError, match="give at least 1"):
        repeat(Counter(), 0)
    with pytest.raises(ValueError, match="at least 1"):
        every(0, print)
