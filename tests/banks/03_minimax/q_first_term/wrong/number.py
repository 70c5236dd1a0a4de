# misconception: wrong_type
q_first_term = 3
