package dev.keylint.report;

import dev.keylint.text.KeyShapes;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Keeps secrets out of every output, also where a snippet of the source would show them.
public final class Redaction {
  /// Stands for what is hidden.
  public static final String MASK = "***";

  private static final Pattern SUBSCRIPTION =
      Pattern.compile(
          "(?i)(subscriptions/)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{7}(?=[0-9a-f]{5}(?![0-9a-f]))");

  private final KnownSecrets known;
  private final GivenTexts given;
  private final boolean maskSubscriptions;

  /// @param hidden secrets, each hidden wherever it occurs, and others
  /// @param maskSubscriptions whether the ids of subscriptions are shown by their last digits only
  public Redaction(HiddenTexts hidden, boolean maskSubscriptions) {
    this.known = new KnownSecrets(hidden.secrets());
    this.given = new GivenTexts(hidden.given());
    this.maskSubscriptions = maskSubscriptions;
  }

  /// @param secrets values that came from secure parameters or keys, each hidden wherever it occurs
  /// @param maskSubscriptions whether the ids of subscriptions are shown by their last digits only
  public Redaction(Collection<String> secrets, boolean maskSubscriptions) {
    this(new HiddenTexts(Set.copyOf(secrets), Set.of()), maskSubscriptions);
  }

  /// Whether the ids of subscriptions are shown by their last digits only.
  boolean maskSubscriptions() {
    return maskSubscriptions;
  }

  /// Hides what looks like a secret, and nothing else.
  public static Redaction byShape() {
    return new Redaction(List.of(), false);
  }

  /// The text without its secrets.
  public String text(String text) {
    List<Span> found = new ArrayList<>(spans(text));
    found.addAll(given.in(text));
    return without(joined(found), text);
  }

  /// The text of a file without its secrets: what the user gave is none there.
  public String source(String text) {
    return without(spans(text), text);
  }

  /// What the user gave for this run of what is in a text.
  public List<String> given(String text) {
    return given.in(text).stream().map(it -> text.substring(it.start(), it.end())).toList();
  }

  private String without(List<Span> secrets, String text) {
    StringBuilder shown = new StringBuilder();
    int from = 0;
    for (Span secret : secrets) {
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

  /// The secrets in the text of a file, in order, none touching another.
  List<Span> spans(String text) {
    List<Span> found = new ArrayList<>(KeyShapes.in(text));
    found.addAll(known.in(text));
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
