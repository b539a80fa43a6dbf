"""An existing list of measures (a workbook or CSV) becomes goals, measures and Organisationseinheiten of an Akte."""
