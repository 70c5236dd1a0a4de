# misconception: other_answer
q_mismatched_pairs = "e"
