# misconception: unanswered
q_spiral = None
