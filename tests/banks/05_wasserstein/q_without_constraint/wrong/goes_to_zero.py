# misconception: goes_to_zero
q_without_constraint = "b"
