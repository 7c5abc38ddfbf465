"""Times and quantities in running text."""
