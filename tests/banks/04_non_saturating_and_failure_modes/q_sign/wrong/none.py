# misconception: unanswered
q_sign = None
