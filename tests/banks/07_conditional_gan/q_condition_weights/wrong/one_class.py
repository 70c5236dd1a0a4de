# misconception: one_column
q_condition_weights = 256
