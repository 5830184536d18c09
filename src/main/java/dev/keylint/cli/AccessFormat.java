package dev.keylint.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The formats of `keylint access`, and the file to write to, else standard output.
record AccessFormat(String name, Optional<Path> file) {
  static AccessFormat of(String text) {
    int equals = text.indexOf('=');
    String name = (equals < 0 ? text : text.substring(0, equals)).toLowerCase(Locale.ROOT);
    if (!List.of("text", "json", "csv").contains(name)) {
      throw Usage.ofOptions("`" + name + "` is no format: use text, json, csv");
    }
    return new AccessFormat(
        name, equals < 0 ? Optional.empty() : file(text, text.substring(equals + 1)));
  }

  private static Optional<Path> file(String text, String name) {
    if (name.isBlank()) {
      throw Usage.ofOptions("`" + text + "` names no file after the =");
    }
    return OutputSpec.place(name);
  }
}
