# misconception: real_samples_push_g
q_first_term = "B"
