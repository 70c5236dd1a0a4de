# misconception: other_answer
q_perfect_generator = "e"
