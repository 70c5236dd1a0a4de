"""A recording that never grows without bound and never loses its ends."""

import math

from gan_course.widgets.engine.history import History, Moment


def filled(count, **options):
    history = History(**options)
    for step in range(count):
        history.add(Moment(step, state=step))
    return history


def test_it_stays_below_its_limit_and_keeps_both_ends():
    history = filled(1000, most=20)
    assert len(history) <= 20
    assert (history[0].step, history[-1].step) == (0, 999)


def test_moments_stay_in_order_after_thinning():
    steps = [m.step for m in filled(500, most=16)]
    assert steps == sorted(set(steps))


def test_thinning_doubles_the_stride():
    history = History(stride=5, most=4)
    for step in range(5):
        history.add(Moment(step, None))
    assert history.stride == 10


def test_memory_is_bounded_too():
    history = History(most=1000, most_bytes=100)
    for step in range(50):
        history.add(Moment(step, None, size=10))
    assert sum(m.size for m in history) <= 110


def test_due_at_the_start_and_then_once_a_stride():
    history = History(stride=10)
    assert history.due(0)
    history.add(Moment(0, None))
    assert not history.due(9)
    assert history.due(10)


def test_cutting_forgets_only_what_is_later():
    history = filled(6, most=100)
    history.cut_after(2)
    assert [m.step for m in history] == [0, 1, 2]


def test_a_number_that_was_not_measured_is_nan():
    history = History()
    history.add(Moment(0, None, {"kl": 1.5}))
    history.add(Moment(1, None))
    first, second = history.column("kl")
    assert first == 1.5
    assert math.isnan(second)
