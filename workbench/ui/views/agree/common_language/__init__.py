"""The page of the common language beyond its form: where the words of the glossary are used."""
