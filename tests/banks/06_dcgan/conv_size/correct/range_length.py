def conv_size(n, kernel, stride, padding):
    return len(range(0, n + 2 * padding - kernel + 1, stride))
