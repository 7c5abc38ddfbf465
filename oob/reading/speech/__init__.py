"""Who says it, and how firmly."""
