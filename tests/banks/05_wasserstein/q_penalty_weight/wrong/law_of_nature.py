# misconception: law_of_nature
q_penalty_weight = "a"
