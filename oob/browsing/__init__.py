"""The catalogue in a browser: a snapshot of it in SQLite, described for Datasette, served to this computer alone."""
