# misconception: modifies_inputs
def information(p, base=2.0):
    return p.log_().div_(-math.log(base))
