# misconception: fully_connected
q_weights = 2048 * 1024
