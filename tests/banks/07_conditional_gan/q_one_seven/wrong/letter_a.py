# misconception: accuracy_sees_variety
q_one_seven = "a"
