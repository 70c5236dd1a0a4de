# misconception: wrong_type
def conv_size(n, kernel, stride, padding):
    print((n + 2 * padding - kernel) // stride + 1)
