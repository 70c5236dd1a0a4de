# misconception: larger_is_better
q_penalty_weight = "c"
