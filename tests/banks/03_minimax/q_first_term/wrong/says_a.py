# misconception: terms_mirror_each_other
q_first_term = "a"
