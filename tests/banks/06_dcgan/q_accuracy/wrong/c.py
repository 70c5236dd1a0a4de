# misconception: accuracy_must_be_high
q_accuracy = "c"
