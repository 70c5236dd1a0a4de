# misconception: wrong_type
q_linear_change = "-75"
