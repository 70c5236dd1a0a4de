"""Checks of the closing questions: is the answer of the right form? Whether it is right, grading tells."""

from __future__ import annotations

from gan_course.checks.framework import question_check, wants_choice, wants_number

q_nats_of_three_bits = question_check("q_nats_of_three_bits", wants_number)
q_infinite_divergence = question_check("q_infinite_divergence", wants_choice("abcd"))
q_coin_toss_bce = question_check("q_coin_toss_bce", wants_number)
q_unbalanced_batch = question_check("q_unbalanced_batch", wants_number)
q_js_from_value = question_check("q_js_from_value", wants_number)
