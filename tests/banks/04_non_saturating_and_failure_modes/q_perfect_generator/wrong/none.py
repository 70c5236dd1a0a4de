# misconception: unanswered
q_perfect_generator = None
