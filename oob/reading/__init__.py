"""A report's text to proposed claims: nothing here enters the catalogue before a person has agreed."""
