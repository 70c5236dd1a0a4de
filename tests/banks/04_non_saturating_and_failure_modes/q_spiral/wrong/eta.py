# misconception: grows_by_eta
q_spiral = 1.1**100
