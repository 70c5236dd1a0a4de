# misconception: other_kind
q_mast = 0.67
