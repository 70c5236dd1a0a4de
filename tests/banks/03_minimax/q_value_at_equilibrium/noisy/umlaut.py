from math import log

hälfte = 1 / 2  # D überall ½
q_value_at_equilibrium = log(hälfte) + log(hälfte)
