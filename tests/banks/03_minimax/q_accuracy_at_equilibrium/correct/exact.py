from fractions import Fraction

q_accuracy_at_equilibrium = Fraction(1, 2)
