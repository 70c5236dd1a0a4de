q_copied_feature = "c"
