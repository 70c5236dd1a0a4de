# misconception: other_answer
q_value_at_equilibrium = 0.0
