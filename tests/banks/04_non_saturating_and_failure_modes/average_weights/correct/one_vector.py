from torch.nn.utils import parameters_to_vector, vector_to_parameters


def average_weights(averaged, model, keep):
    with torch.no_grad():
        mixed = keep * parameters_to_vector(averaged.parameters()) + (1 - keep) * parameters_to_vector(
            model.parameters()
        )
        vector_to_parameters(mixed, averaged.parameters())
