def conv_size(n, kernel, stride, padding):
    layer = nn.Conv2d(1, 1, kernel, stride, padding)
    return layer(torch.zeros(1, 1, n, n)).shape[-1]
