def transposed_size(n, kernel, stride, padding, output_padding=0, dilation=1):
    return (n - 1) * stride - 2 * padding + dilation * (kernel - 1) + output_padding + 1
