"""Rules → the site: pages, rules.json, and the engine for the browser."""
