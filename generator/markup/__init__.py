"""What a browser makes of HTML: where an address leads, what is active, what closes what."""
