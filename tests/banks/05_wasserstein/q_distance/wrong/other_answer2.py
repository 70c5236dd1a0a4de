# misconception: other_answer
q_distance = 2.5
