# misconception: unanswered
q_size = None
