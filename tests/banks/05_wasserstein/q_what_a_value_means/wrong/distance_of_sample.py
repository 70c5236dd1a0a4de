# misconception: distance_of_sample
q_what_a_value_means = "b"
