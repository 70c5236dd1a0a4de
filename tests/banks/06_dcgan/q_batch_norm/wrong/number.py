# misconception: wrong_type
q_batch_norm = 3
