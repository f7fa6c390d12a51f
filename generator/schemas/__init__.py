"""JSON Schema of what stands in seed files, exported from the models: for editors, forms and other programs."""
