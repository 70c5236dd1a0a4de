from fractions import Fraction

q_mast = Fraction(1, 3)
