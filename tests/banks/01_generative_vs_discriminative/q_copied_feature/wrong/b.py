# misconception: averages
q_copied_feature = "b"
