# misconception: ticks_are_points
q_what_is_graded = "a"
