q_spiral = 1.65
