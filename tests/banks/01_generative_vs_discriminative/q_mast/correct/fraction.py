q_mast = 1 / 3
