"""The imports: where each came from, what it brought, and taking one back."""
