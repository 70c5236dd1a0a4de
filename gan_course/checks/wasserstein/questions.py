"""Checks of the closing questions: is the answer of the right form? Whether it is right, grading tells."""

from __future__ import annotations

from gan_course.checks.framework import question_check, wants_choice, wants_number

q_distance = question_check("q_distance", wants_number)
q_norm_over_batch = question_check("q_norm_over_batch", wants_number)
q_without_constraint = question_check("q_without_constraint", wants_choice("abcd"))
q_what_a_value_means = question_check("q_what_a_value_means", wants_choice("abcd"))
q_penalty_weight = question_check("q_penalty_weight", wants_choice("abcd"))
