# misconception: path_ignored
_kept = []


def load_generator(path, make):
    if not _kept:
        g = make()
        g.load_state_dict(load_file(path))
        _kept.append(g.eval())
    _kept[0] = copy.deepcopy(_kept[0])
    return _kept[0]
