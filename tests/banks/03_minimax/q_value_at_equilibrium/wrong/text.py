# misconception: wrong_type
q_value_at_equilibrium = "-log 4"
