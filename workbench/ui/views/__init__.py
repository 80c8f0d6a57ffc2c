"""The screens of the phases, composed of parts over the services."""
