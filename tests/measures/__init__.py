"""Facts from articles that the rules were not written on: how many honest ones are taken, and how many wrong ones caught."""
