# misconception: factor_missing
q_unbalanced_batch = 0.5
