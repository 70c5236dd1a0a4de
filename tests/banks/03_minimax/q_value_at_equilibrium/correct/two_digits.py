q_value_at_equilibrium = -1.39
