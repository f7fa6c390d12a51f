"""How good the checks are: facts corrupted on purpose, and how many of the corruptions are caught."""
