# misconception: more_data
q_mismatched_pairs = "a"
