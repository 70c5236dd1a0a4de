# misconception: nowhere
q_batch_norm = "b"
