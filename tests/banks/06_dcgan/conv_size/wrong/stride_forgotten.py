# misconception: stride_ignored
def conv_size(n, kernel, stride, padding):
    return n + 2 * padding - kernel + 1
