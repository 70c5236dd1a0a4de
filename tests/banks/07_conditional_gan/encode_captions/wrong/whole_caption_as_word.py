# misconception: one_word_only
def encode_captions(captions, vocabulary):
    return torch.tensor([[float(caption.lower() == w) for w in vocabulary] for caption in captions])
