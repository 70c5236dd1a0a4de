q_unbalanced_batch = -1
