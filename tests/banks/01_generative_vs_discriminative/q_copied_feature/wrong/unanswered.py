# misconception: unanswered
q_copied_feature = None
