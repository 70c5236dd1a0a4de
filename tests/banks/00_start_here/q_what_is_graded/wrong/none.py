# misconception: unanswered
q_what_is_graded = None
