"""What the dial promises and what a room delivers: simulated runs, measured (`proverom bench dial`)."""
