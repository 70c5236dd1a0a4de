# misconception: unanswered
q_weights = None
