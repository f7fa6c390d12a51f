"""What is done with finished HTML, whichever engine made it: text in, text out."""
