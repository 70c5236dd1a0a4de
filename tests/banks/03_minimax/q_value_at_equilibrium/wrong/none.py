# misconception: unanswered
q_value_at_equilibrium = None
