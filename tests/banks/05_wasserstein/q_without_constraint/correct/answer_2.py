q_without_constraint = "C"
