"""Checks of the closing questions: is the answer of the right form? Whether it is right, grading tells."""

from __future__ import annotations

from gan_course.checks.framework import question_check, wants_choice, wants_number

q_slope_ratio = question_check("q_slope_ratio", wants_number)
q_sign = question_check("q_sign", wants_choice("abcd"))
q_spiral = question_check("q_spiral", wants_number)
q_perfect_generator = question_check("q_perfect_generator", wants_choice("abcd"))
q_two_rules = question_check("q_two_rules", wants_choice("abcd"))
