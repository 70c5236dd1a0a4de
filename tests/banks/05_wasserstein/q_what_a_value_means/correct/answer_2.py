q_what_a_value_means = "D"
