# misconception: source_is_graded
q_what_is_graded = "b"
