# misconception: wrong_type
def conv_size(n, kernel, stride, padding):
    return str((n + 2 * padding - kernel) // stride + 1)
