"""How leads flowed since the agreement began: the funnel, the follow-up, what sales accepted. One page of Track."""
