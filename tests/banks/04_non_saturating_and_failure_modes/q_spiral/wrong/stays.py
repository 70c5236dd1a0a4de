# misconception: stays
q_spiral = 1
