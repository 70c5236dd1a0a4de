# misconception: zero_only_at_equilibrium
q_first_term = "D"
