# misconception: unanswered
q_mismatched_pairs = None
