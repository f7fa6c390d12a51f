"""The records and the ledger that holds them."""
