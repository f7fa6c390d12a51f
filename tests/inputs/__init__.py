"""Small inputs from other people's articles, each with the right result."""
