# misconception: case_matters
def encode_captions(captions, vocabulary):
    return torch.tensor([[float(w in caption.split()) for w in vocabulary] for caption in captions])
