def conv_size(n, kernel, stride, padding):
    moves, _left_over = divmod(n + padding + padding - kernel, stride)
    return 1 + moves
