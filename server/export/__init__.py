"""What leaves the house of a session: captions, tables, MCAP and a page; only of people who said yes (`agreed.py`)."""
