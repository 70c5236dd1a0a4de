q_accuracy = "b"
