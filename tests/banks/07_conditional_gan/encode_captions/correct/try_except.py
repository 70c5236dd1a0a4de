def encode_captions(captions, vocabulary):
    result = torch.zeros([len(captions), len(vocabulary)])
    for row, caption in zip(result, captions):
        for word in caption.lower().strip().split():
            try:
                row[vocabulary.index(word)] = 1
            except ValueError:
                pass
    return result
