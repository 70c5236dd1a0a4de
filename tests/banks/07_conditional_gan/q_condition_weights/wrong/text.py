# misconception: wrong_type
q_condition_weights = "many"
