# misconception: raises
def conv_size(n, kernel, stride, padding):
    return (n + 2 * pading - kernel) // stride + 1
