# misconception: off_by_one
q_size = 6
