"""Charts as pure functions `draw(painter, rect, data, look)` with words for each, and the widget that shows one."""
