# misconception: wrong_type
q_accuracy = 3
