q_without_constraint = "c"
