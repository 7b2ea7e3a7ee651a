"""The site: pages, charts and files, rendered from the database.

`content` reads what pages show, `pages` lays it out, `charts` draws, `site` writes all of it.
"""
