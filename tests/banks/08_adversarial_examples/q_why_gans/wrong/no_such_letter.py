# misconception: other_answer
q_why_gans = "e"
