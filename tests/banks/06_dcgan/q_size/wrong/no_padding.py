# misconception: padding_forgotten
q_size = 5
