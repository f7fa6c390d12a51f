"""Text to nodes with places: YAML, articles, authored pages."""
