# misconception: training_rests
q_perfect_generator = "b"
