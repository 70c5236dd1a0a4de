"""Probes of 00_start_here."""
