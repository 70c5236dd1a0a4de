"""Checks of the closing questions: is the answer of the right form? Whether it is right, grading tells."""

from __future__ import annotations

from gan_course.checks.framework import question_check, wants_choice, wants_number

q_linear_change = question_check("q_linear_change", wants_number)
q_why_gans = question_check("q_why_gans", wants_choice("abcd"))
q_adversarial_training = question_check("q_adversarial_training", wants_choice("abcd"))
q_fgsm_alone = question_check("q_fgsm_alone", wants_choice("abcd"))
