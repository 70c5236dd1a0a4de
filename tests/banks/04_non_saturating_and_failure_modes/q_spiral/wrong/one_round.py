q_spiral = math.sqrt(1.01)
