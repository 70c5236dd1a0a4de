# misconception: unanswered
q_linear_change = None
