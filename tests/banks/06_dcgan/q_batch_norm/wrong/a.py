# misconception: everywhere
q_batch_norm = "a"
