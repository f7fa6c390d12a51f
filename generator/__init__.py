"""Source articles and structured facts in, checked explainer pages out."""
