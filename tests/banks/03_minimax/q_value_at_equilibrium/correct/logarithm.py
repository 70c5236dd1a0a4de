import math

q_value_at_equilibrium = -math.log(4)
