q_mismatched_pairs = "b"
