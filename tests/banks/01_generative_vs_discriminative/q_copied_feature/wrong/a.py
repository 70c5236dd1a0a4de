# misconception: notices_copies
q_copied_feature = "a"
