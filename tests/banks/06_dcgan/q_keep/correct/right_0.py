q_keep = "a"
