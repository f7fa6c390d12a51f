"""A language as data: its words in YAML, one folder a language, and the one reader of text that uses them."""
