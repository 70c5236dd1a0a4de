# misconception: one_term
q_value_at_equilibrium = -0.693
