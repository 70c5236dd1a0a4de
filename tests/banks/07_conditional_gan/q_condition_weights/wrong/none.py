# misconception: unanswered
q_condition_weights = None
