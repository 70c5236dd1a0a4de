"""Checks of the closing questions: is the answer of the right form? Whether it is right, grading tells."""

from __future__ import annotations

from gan_course.checks.framework import question_check, wants_choice, wants_number

q_blind_discriminator = question_check("q_blind_discriminator", wants_number)
q_condition_weights = question_check("q_condition_weights", wants_number)
q_one_seven = question_check("q_one_seven", wants_choice("abcd"))
q_mismatched_pairs = question_check("q_mismatched_pairs", wants_choice("abcd"))
