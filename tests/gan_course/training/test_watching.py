import matplotlib

matplotlib.use("Agg")

from gan_course.training import Keep, LivePlot, every


class Screen:
    """What a notebook's display would have been asked to do."""

    def __init__(self):
        self.shown, self.updates = [], []

    def display(self, figure, display_id):
        self.shown.append(figure)
        return self

    def update(self, figure):
        self.updates.append(figure)


def test_keep_remembers_samples_of_the_same_noise(quick):
    keep = Keep(7)
    quick(steps=4, callbacks=[every(2, keep, first=True)])
    assert keep.steps == [0, 2, 4]
    assert [tuple(s.shape) for s in keep.samples] == [(7, 2)] * 3
    assert [step for step, _ in keep] == [0, 2, 4]


def test_watching_does_not_change_the_numbers(quick):
    watched = quick(steps=6, callbacks=[every(2, Keep(50)), every(2, LivePlot())])
    assert watched.history.losses == quick(steps=6).history.losses


def test_outside_a_notebook_only_the_last_picture_is_drawn(quick):
    seen = []
    plot = LivePlot(lambda run, ax: seen.append(run.step))
    quick(steps=6, callbacks=[every(2, plot)])
    assert seen == [6]
    assert plot.figure is not None


def test_in_a_notebook_one_picture_is_shown_and_then_updated(quick, monkeypatch):
    import IPython.display

    from gan_course.training import watching

    screen = Screen()
    monkeypatch.setattr(watching, "_in_notebook", lambda: True)
    monkeypatch.setattr(watching, "_SHARE", 1.0)
    monkeypatch.setattr(IPython.display, "display", screen.display)
    quick(steps=4, callbacks=[every(1, LivePlot(lambda run, ax: ax.plot([1, 2])))])
    assert len(screen.shown) == 1
    assert len(screen.updates) == 3


def test_drawing_takes_a_small_share_of_the_time(quick, monkeypatch):
    """A slow picture must not be drawn at every chance."""
    import time

    from gan_course.training import watching

    monkeypatch.setattr(watching, "_in_notebook", lambda: True)
    monkeypatch.setattr("IPython.display.display", Screen().display)
    drawn = []

    def slow(run, ax):
        drawn.append(run.step)
        time.sleep(0.1)

    quick(steps=50, callbacks=[every(1, LivePlot(slow))])
    assert drawn[0] == 1
    assert drawn[-1] == 50
    assert len(drawn) <= 4
