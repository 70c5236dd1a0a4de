# misconception: divided_by_length
def encode_captions(captions, vocabulary):
    rows = torch.tensor([[float(w in c.lower().split()) for w in vocabulary] for c in captions])
    return F.normalize(rows, dim=1)
