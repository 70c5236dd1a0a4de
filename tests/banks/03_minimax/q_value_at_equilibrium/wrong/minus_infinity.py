# misconception: other_answer
q_value_at_equilibrium = float("-inf")
