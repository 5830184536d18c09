package dev.keylint.report;

import dev.keylint.text.KeyShapes;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Keeps secrets out of every output, also where a snippet of the source would show them.
///
/// @param secrets values that came from secure parameters or keys, each hidden wherever it occurs
/// @param maskSubscriptions whether the ids of subscriptions are shown by their last digits only
public record Redaction(List<String> secrets, boolean maskSubscriptions) {
  /// Stands for what is hidden.
  public static final String MASK = "***";

  /// Shorter values, such as `true`, would hide half of the text.
  private static final int SHORTEST = 6;

  private static final Pattern SUBSCRIPTION =
      Pattern.compile(
          "(?i)(subscriptions/)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{7}(?=[0-9a-f]{5}(?![0-9a-f]))");

  public Redaction {
    secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /// Hides what looks like a secret, and nothing else.
  public static Redaction byShape() {
    return new Redaction(List.of(), false);
  }

  /// The text without its secrets.
  public String text(String text) {
    StringBuilder shown = new StringBuilder();
    int from = 0;
    for (Span secret : spans(text)) {
      shown.append(text, from, secret.start()).append(MASK);
      from = secret.end();
    }
    String open = shown.append(text, from, text.length()).toString();
    return maskSubscriptions
        ? SUBSCRIPTION.matcher(open).replaceAll("$1xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxx")
        : open;
  }

  /// The text on one line, without its secrets, harmless for terminals.
  public String line(String text) {
    return Neutral.line(text(text.strip()).replace("\r\n", " ").replace('\n', ' '));
  }

  /// The secrets in a text, in order, none touching another.
  List<Span> spans(String text) {
    List<Span> found = new ArrayList<>(KeyShapes.in(text));
    for (String secret : secrets) {
      for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
        found.add(new Span(at, at + secret.length()));
      }
    }
    return joined(found);
  }

  private static List<Span> joined(List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingInt(Span::start));
    List<Span> joined = new ArrayList<>();
    for (Span span : sorted) {
      if (!joined.isEmpty() && span.start() <= joined.getLast().end()) {
        joined.add(joined.removeLast().to(span));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
