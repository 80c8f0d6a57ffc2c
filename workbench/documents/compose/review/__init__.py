"""The review report: a period's scorecard, where its numbers come from, and what the agreement says now.

`document.compose_review` is the door. Must not know the library, or who asks.
"""
