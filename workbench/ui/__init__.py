"""The window. The only door to Qt; reaches the outside world only through the services."""
