# misconception: unanswered
q_first_term = None
