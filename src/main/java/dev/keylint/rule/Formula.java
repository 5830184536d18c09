package dev.keylint.rule;

import dev.keylint.text.Position;

/// An expression of a rule: its text, where that stands, and what it was checked to be.
///
/// The text is the slice of the file as written, so that an offset in it is a place of the file.
public record Formula(String text, String file, Position at, Expression root) {

  @Override
  public String toString() {
    return file + ":" + at.line() + ":" + at.column() + ": " + text;
  }
}
