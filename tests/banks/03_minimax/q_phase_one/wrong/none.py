# misconception: unanswered
q_phase_one = None
