# misconception: sign
q_unbalanced_batch = 1.0
