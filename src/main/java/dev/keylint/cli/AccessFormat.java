package dev.keylint.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The formats of `keylint access`, and the file to write to.
record AccessFormat(String name, Optional<Path> file) {
  static AccessFormat of(String text) {
    int equals = text.indexOf('=');
    String name = (equals < 0 ? text : text.substring(0, equals)).toLowerCase(Locale.ROOT);
    if (!List.of("text", "json", "csv").contains(name)) {
      throw Usage.ofOptions("`" + name + "` is no format: use text, json, csv");
    }
    return new AccessFormat(
        name,
        equals < 0
            ? Optional.empty()
            : Optional.of(new PathArgument().convert(text.substring(equals + 1))));
  }
}
