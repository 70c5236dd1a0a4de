q_spiral = 1.64
