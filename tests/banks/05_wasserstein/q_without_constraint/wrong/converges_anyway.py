# misconception: converges_anyway
q_without_constraint = "a"
