# misconception: unrecognised
def conv_size(n, kernel, stride, padding):
    return n // 2
