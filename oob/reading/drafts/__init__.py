"""Drafts: writing them, many at a time; what they repeat; reviewing and editing them."""
