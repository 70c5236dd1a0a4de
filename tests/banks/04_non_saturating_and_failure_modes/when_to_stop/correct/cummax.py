def when_to_stop(scores, patience):
    s = torch.tensor([float(v) for v in scores], dtype=torch.float64)
    top = s.cummax(dim=0).values
    first = torch.tensor([int((s == t).nonzero()[0]) for t in top])
    late = (torch.arange(len(s)) - first >= patience).nonzero().flatten()
    stop = int(late[0]) if len(late) else len(s) - 1
    return stop, int(first[stop])
