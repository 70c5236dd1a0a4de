"""Probes of the assignment 05_wasserstein."""
