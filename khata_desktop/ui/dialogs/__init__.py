"""Entry forms: each turns its fields into one command and saves nothing itself."""
