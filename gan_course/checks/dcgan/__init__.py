"""Checks of the assignment 06_dcgan, one function an exercise.

Source of the rules: Radford, Metz and Chintala (2015), https://arxiv.org/abs/1511.06434.
"""

from __future__ import annotations

from gan_course.checks.dcgan.discriminator import make_discriminator
from gan_course.checks.dcgan.generator import make_generator
from gan_course.checks.dcgan.keeping import load_generator, save_generator
from gan_course.checks.dcgan.questions import q_accuracy, q_batch_norm, q_keep, q_size, q_weights
from gan_course.checks.dcgan.shapes import conv_size, transposed_size
from gan_course.checks.dcgan.start import initialise
from gan_course.checks.dcgan.step import dcgan_step
from gan_course.checks.dcgan.tensors import interpolate, scale_pixels

__all__ = [
    "conv_size",
    "dcgan_step",
    "initialise",
    "interpolate",
    "load_generator",
    "make_discriminator",
    "make_generator",
    "q_accuracy",
    "q_batch_norm",
    "q_keep",
    "q_size",
    "q_weights",
    "save_generator",
    "scale_pixels",
    "transposed_size",
]
