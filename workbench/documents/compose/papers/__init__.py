"""Papers for the room: minutes, voting cards, worksheets, data requests, posters. Must not know ReportLab."""
