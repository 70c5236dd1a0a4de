q_first_term = 'C'
