# misconception: not_float
def encode_captions(captions, vocabulary):
    return torch.tensor([[int(w in c.lower().split()) for w in vocabulary] for c in captions])
