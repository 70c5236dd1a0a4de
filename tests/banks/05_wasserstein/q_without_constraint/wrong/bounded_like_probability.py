# misconception: bounded_like_probability
q_without_constraint = "d"
