"""Checks of the closing questions: is the answer of the right form? Whether it is right, grading tells."""

from __future__ import annotations

from gan_course.checks.framework import question_check, wants_choice, wants_number

q_size = question_check("q_size", wants_number)
q_weights = question_check("q_weights", wants_number)
q_batch_norm = question_check("q_batch_norm", wants_choice("abcd"))
q_keep = question_check("q_keep", wants_choice("abcd"))
q_accuracy = question_check("q_accuracy", wants_choice("abcd"))
