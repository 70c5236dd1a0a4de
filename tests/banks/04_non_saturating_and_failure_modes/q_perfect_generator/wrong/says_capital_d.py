# misconception: keeps_improving
q_perfect_generator = "D"
