# misconception: overfitting
q_accuracy = "d"
