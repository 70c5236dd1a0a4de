"""Probes of 06_dcgan."""
