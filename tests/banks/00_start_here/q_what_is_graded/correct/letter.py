q_what_is_graded = "c"
