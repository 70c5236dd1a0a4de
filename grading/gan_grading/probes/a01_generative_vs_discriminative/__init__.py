"""Probes of 01_generative_vs_discriminative."""
