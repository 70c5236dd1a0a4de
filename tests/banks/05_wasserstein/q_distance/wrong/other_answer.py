# misconception: other_answer
q_distance = 3
