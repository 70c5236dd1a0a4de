def conv_size(n, kernel, stride, padding):
    row = torch.zeros(1, 1, n)
    return F.conv1d(row, torch.ones(1, 1, kernel), stride=stride, padding=padding).size(2)
