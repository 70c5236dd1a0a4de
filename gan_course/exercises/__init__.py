"""Exercises: what is played with a student's answer, what was recorded of right and wrong ones, and the checks.

A notebook uses one name of it::

    from gan_course.exercises import checks

    check = checks("05_wasserstein")

The modules, in the order in which data flows: :mod:`~gan_course.exercises.inputs` draws what an experiment is
played with, :mod:`~gan_course.exercises.student` calls the answer, :mod:`~gan_course.exercises.experiments`
says what is called and written down, :mod:`~gan_course.exercises.oracle` knows what is wanted,
:mod:`~gan_course.exercises.findings` collects what does not hold, and :mod:`~gan_course.exercises.check` shows it.
"""

from gan_course.exercises.check import checks

__all__ = ["checks"]
