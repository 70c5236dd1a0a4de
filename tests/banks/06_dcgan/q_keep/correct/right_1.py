q_keep = "A"
