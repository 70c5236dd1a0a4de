# misconception: not_float
def encode_captions(captions, vocabulary):
    return torch.tensor([[w in c.lower().split() for w in vocabulary] for c in captions])
