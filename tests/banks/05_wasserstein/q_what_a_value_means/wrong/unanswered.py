# misconception: unanswered
q_what_a_value_means = None
