# misconception: probability_not_value
q_value_at_equilibrium = 0.5
