# misconception: other_answer
q_one_seven = "ab"
