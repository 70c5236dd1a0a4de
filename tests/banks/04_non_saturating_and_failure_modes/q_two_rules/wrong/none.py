# misconception: unanswered
q_two_rules = None
