q_batch_norm = "c"
