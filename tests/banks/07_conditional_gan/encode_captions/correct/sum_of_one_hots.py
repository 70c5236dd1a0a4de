def encode_captions(captions, vocabulary):
    words = list(vocabulary)
    rows = []
    for caption in captions:
        places = [words.index(w) for w in caption.lower().split() if w in words]
        one_hots = torch.eye(len(words))[torch.tensor(places, dtype=torch.long)]
        rows.append(one_hots.sum(0).clamp(max=1))
    return torch.stack(rows)
