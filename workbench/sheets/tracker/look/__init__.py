"""How a tracker looks: colours, cell formats, and the workbook they are made in. Must not know what is shown."""
