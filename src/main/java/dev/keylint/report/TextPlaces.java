package dev.keylint.report;

import dev.keylint.text.Location;

/// Places and words of others, as a terminal may show them.
final class TextPlaces {
  private final Redaction redaction;
  private final Excerpts excerpts;

  TextPlaces(Redaction redaction) {
    this.redaction = redaction;
    this.excerpts = new Excerpts(redaction);
  }

  Excerpts excerpts() {
    return excerpts;
  }

  /// `main.bicep:14:5`, or the id of a resource.
  String name(Location at) {
    return plain(at.toString());
  }

  /// On one line, harmless and without secrets.
  String plain(String text) {
    return redaction.line(text);
  }
}
