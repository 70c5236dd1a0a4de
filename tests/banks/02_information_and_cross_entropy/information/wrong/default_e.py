# misconception: wrong_base
def information(p, base=math.e):
    return -torch.log(p) / math.log(base)
