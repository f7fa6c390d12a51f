"""Our own sentence compared with its passage: what each part of it may not do."""
