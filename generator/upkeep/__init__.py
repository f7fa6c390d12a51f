"""What keeps a site true after it is written: facts due for review, sources that have moved or gone."""
