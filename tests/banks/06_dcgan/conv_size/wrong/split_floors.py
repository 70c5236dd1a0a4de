# misconception: rounds_up
def conv_size(n, kernel, stride, padding):
    return (n + 2*padding)//stride - kernel//stride + 1
