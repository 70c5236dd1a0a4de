# misconception: unanswered
q_one_seven = None
