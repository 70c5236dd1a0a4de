q_perfect_generator = "C"
