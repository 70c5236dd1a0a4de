# misconception: joint_not_normalised
q_mast = 0.1 * 0.9
