# misconception: grows_by_square
q_spiral = 1.01**100
