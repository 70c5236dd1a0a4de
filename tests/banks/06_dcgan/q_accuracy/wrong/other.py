# misconception: other_answer
q_accuracy = "e"
