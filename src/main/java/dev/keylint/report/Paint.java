package dev.keylint.report;

import dev.keylint.rule.Severity;

/// Colours of a terminal, if there are to be any.
record Paint(boolean colour) {
  private static final char ESCAPE = '\u001b';

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> code("1;31", text);
      case WARNING -> warning(text);
      case NOTE -> code("1;36", text);
    };
  }

  String warning(String text) {
    return code("1;33", text);
  }

  String undecided(String text) {
    return code("1;35", text);
  }

  String bold(String text) {
    return code("1", text);
  }

  /// Lines, arrows and numbers around what is shown.
  String frame(String text) {
    return code("1;34", text);
  }

  private String code(String code, String text) {
    return colour && !text.isEmpty() ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
  }
}
