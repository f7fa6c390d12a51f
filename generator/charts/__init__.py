"""Charts: records in; Vega-Lite specifications, static SVG, text alternatives and tables out."""
