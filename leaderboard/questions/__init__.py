"""Questions to the database: the prepared ones of `queries/`, ad-hoc SQL, and what tables and columns mean."""
