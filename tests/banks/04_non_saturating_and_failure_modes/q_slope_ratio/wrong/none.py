# misconception: unanswered
q_slope_ratio = None
