# misconception: value_itself
q_unbalanced_batch = -0.2 - 0.6
