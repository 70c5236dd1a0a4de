# misconception: other_answer
q_keep = "e"
