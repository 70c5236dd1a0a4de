# misconception: other_answer
q_why_gans = "a and b"
