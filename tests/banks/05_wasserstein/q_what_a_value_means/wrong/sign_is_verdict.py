# misconception: sign_is_verdict
q_what_a_value_means = "c"
