q_mismatched_pairs = "B"
