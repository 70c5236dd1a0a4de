# misconception: accuracy_is_quality
q_accuracy = "a"
