# misconception: wrong_axis
def encode_captions(captions, vocabulary):
    return torch.tensor([[float(w in c.lower().split()) for c in captions] for w in vocabulary])
