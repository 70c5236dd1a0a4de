# misconception: unanswered
q_why_gans = None
