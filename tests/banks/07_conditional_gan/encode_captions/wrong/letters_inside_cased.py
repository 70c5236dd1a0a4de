# misconception: substring
def encode_captions(captions, vocabulary):
    return torch.tensor([[1.0 if word in caption else 0.0 for word in vocabulary] for caption in captions])
