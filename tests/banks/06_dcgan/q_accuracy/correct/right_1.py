q_accuracy = "B"
