"""Checks of the closing questions: is the answer of the right form? Whether it is right, grading tells."""

from __future__ import annotations

from gan_course.checks.framework import question_check, wants_choice, wants_number

q_value_at_equilibrium = question_check("q_value_at_equilibrium", wants_number)
q_accuracy_at_equilibrium = question_check("q_accuracy_at_equilibrium", wants_number)
q_first_term = question_check("q_first_term", wants_choice("abcd"))
q_phase_one = question_check("q_phase_one", wants_choice("abcd"))
