q_first_term = "(c)"
