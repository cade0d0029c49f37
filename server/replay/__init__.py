"""Recordings that are watched: each a room with doors like a live one, whose facts and poses come from a file."""
