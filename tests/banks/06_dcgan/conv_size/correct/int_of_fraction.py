def conv_size(n, kernel, stride, padding):
    return int((n + 2 * padding - kernel) / stride) + 1
