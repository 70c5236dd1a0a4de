# misconception: weights_only
q_keep = "b"
