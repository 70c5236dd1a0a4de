"""Self-check: measure the grader on banks of right, wrong and noisy answers."""

from gan_grading.selfcheck.bank import BankAnswer, read_bank
from gan_grading.selfcheck.measure import ExerciseMeasure, measure_assignment

__all__ = ["BankAnswer", "ExerciseMeasure", "measure_assignment", "read_bank"]
