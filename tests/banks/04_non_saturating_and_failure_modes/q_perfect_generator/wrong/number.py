# misconception: wrong_type
q_perfect_generator = 3
