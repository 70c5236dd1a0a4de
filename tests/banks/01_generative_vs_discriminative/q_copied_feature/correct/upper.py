q_copied_feature = " C."
