# misconception: rounds_up
def conv_size(n, kernel, stride, padding):
    return math.ceil((n + 2 * padding - kernel) / stride) + 1
