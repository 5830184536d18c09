package dev.keylint.report;

/// What carries the marks: how it is underlined and painted.
record FrameMark(char sign, TextWriter.Style style, String label) {}
