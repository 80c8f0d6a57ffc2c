"""The Sign phase: what stands against signing, the very file, and one signature after the other on this laptop."""
