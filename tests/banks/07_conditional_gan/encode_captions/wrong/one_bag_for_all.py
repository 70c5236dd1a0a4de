# misconception: rows_shared
def encode_captions(captions, vocabulary):
    words = " ".join(captions).lower().split()
    return torch.tensor([[float(w in words) for w in vocabulary]] * len(captions))
