q_spiral = 1.01**50
