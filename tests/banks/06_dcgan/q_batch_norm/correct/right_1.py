q_batch_norm = "C"
