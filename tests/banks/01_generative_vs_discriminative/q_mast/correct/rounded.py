q_mast = 0.33
