# misconception: other_answer
q_what_is_graded = "e"
