# misconception: unanswered
q_keep = None
