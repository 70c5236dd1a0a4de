# misconception: accuracy_zero
q_perfect_generator = "A"
