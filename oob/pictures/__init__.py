"""Pictures for a paper or a page: tables in, SVG text out. Knows no database and reads no file but its own data."""
