def conv_size(n, kernel, stride, padding):
    return math.floor((n + 2 * padding - kernel) / stride + 1)
