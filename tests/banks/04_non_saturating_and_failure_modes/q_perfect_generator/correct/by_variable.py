answer = "c"
q_perfect_generator = answer
