# misconception: other_answer
q_without_constraint = "e"
