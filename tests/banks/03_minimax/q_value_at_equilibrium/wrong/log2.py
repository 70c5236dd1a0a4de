# misconception: wrong_base
import math

q_value_at_equilibrium = -math.log2(4)
