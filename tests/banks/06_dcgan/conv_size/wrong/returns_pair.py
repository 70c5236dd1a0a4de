# misconception: wrong_type
def conv_size(n, kernel, stride, padding):
    m = (n + 2 * padding - kernel) // stride + 1
    return m, m
