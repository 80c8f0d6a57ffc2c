"""What leaves this floor: frozen records of what is stored. Loads no database library, so that all may hold them."""
