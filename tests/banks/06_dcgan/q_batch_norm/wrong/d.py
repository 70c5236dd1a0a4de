# misconception: only_output_and_input
q_batch_norm = "d"
