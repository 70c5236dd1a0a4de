# misconception: padding_ignored
def conv_size(n, kernel, stride, padding):
    return (n - kernel) // stride + 1
