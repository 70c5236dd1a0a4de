q_size = conv_size(13, 5, 2, 2)
