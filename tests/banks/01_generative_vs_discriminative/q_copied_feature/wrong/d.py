# misconception: still_normalised
q_copied_feature = "d"
