"""What is alleged of which thing: the deed, the parties, where and when."""
