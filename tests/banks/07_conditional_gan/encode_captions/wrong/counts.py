# misconception: counts_words
def encode_captions(captions, vocabulary):
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        for word in caption.lower().split():
            if word in vocabulary:
                rows[i, vocabulary.index(word)] += 1
    return rows
