q_mismatched_pairs = "".join(["b"])
