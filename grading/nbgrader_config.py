"""nbgrader's configuration for this course: run the stock commands in this folder, or name this file.

nbgrader autograde 03_minimax --config=grading/nbgrader_config.py
"""

from gan_grading.nbgrader.settings import configure

configure(get_config())  # noqa: F821 - nbgrader puts get_config into this file
