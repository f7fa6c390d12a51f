"""Differences in meaning between two ledgers, and the history of them that Git keeps."""
