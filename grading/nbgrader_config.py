"""nbgrader's configuration for this course: nbgrader reads it when its commands run in this folder."""

from gan_grading.nbgrader.settings import configure

configure(get_config())  # noqa: F821 - nbgrader puts get_config into this file
