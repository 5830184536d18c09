package dev.keylint.report;

import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Pieces of the sources, without their secrets; each source is searched for secrets once.
final class Excerpts {
  private final Redaction redaction;
  private final Map<Source, List<Span>> secrets = new HashMap<>();

  Excerpts(Redaction redaction) {
    this.redaction = redaction;
  }

  /// The characters of a range, secrets hidden.
  String text(Source source, Span span) {
    StringBuilder shown = new StringBuilder();
    int from = span.start();
    for (Span secret : secretsIn(source, span)) {
      shown.append(source.text(), from, Math.max(from, secret.start())).append(Redaction.MASK);
      from = Math.min(span.end(), secret.end());
    }
    return shown.append(source.text(), from, span.end()).toString();
  }

  /// The secrets that touch a range, in order.
  List<Span> secretsIn(Source source, Span span) {
    return secrets.computeIfAbsent(source, key -> redaction.spans(key.text())).stream()
        .filter(secret -> secret.start() < span.end() && secret.end() > span.start())
        .toList();
  }
}
