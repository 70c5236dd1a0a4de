# misconception: other_answer
q_copied_feature = "e"
