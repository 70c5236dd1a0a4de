"""Checks of the closing questions: is the answer of the right form? Whether it is right, grading tells."""

from __future__ import annotations

from gan_course.checks.framework import question_check, wants_choice, wants_number

q_mast = question_check("q_mast", wants_number)
q_two_points = question_check("q_two_points", wants_number)
q_draw_from_posterior = question_check("q_draw_from_posterior", wants_choice("abcd"))
q_copied_feature = question_check("q_copied_feature", wants_choice("abcd"))
