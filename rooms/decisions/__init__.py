"""The rules of a room, one module a subject. Each rule takes the situation and an intent, and gives a decision."""
