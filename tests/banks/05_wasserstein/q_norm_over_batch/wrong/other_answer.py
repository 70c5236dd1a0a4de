# misconception: other_answer
q_norm_over_batch = 100
