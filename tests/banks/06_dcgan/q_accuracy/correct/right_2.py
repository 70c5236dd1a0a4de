q_accuracy = " (b) "
