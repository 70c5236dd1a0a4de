# misconception: outputs_are_graded
q_what_is_graded = "d"
