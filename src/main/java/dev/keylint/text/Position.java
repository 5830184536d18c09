package dev.keylint.text;

/// A line and a column, both counted from 1, the column in UTF-16 units.
public record Position(int line, int column) {}
