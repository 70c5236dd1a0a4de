from fractions import Fraction
q_linear_change = Fraction(-150)/2
