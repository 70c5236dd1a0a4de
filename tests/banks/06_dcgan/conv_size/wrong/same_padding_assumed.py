# misconception: stride_ignored
def conv_size(n, kernel, stride, padding):
    return n // stride
