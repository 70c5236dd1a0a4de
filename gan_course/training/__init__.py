"""Training: one loop for the whole course, and the parts it is made of.

>>> from gan_course.training import R1, every, train
"""

from __future__ import annotations

from gan_course.training.api import train
from gan_course.training.callbacks import Callback, Every, StopTraining, every
from gan_course.training.checkpoint import load_network, save_network
from gan_course.training.guard import guarded
from gan_course.training.history import History
from gan_course.training.loop import Loop, repeat
from gan_course.training.loss_pairs import LOSSES, LossPair, losses
from gan_course.training.noise import standard_normal
from gan_course.training.penalties import R1, GradientPenalty
from gan_course.training.run import Run
from gan_course.training.settings import Settings
from gan_course.training.watching import Keep, LivePlot

__all__ = [
    "LOSSES",
    "R1",
    "Callback",
    "Every",
    "GradientPenalty",
    "History",
    "Keep",
    "LivePlot",
    "Loop",
    "LossPair",
    "Run",
    "Settings",
    "StopTraining",
    "every",
    "guarded",
    "load_network",
    "losses",
    "repeat",
    "save_network",
    "standard_normal",
    "train",
]
