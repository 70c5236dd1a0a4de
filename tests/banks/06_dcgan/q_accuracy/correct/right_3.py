q_accuracy = 'b.'
