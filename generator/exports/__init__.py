"""What the site holds, in formats that others read: one file an export, each pure, from records to text."""
