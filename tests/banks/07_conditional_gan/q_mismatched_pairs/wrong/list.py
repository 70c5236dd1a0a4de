# misconception: wrong_type
q_mismatched_pairs = ["b"]
