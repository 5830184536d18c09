package dev.keylint.report;

import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps secrets out of every output, also where a snippet of the source would show them.
public final class Redaction {
  /// Stands for what is hidden.
  public static final String MASK = "***";

  /// The shortest run of letters, digits and the signs of keys that is looked at more closely.
  private static final int SHORTEST_RUN = 16;

  /// What looks like a key: a signed token; the secret of a connection string or signed link; the
  /// hexadecimal keys of AI services; the alphanumeric ones of AI services and Search; Base64 keys
  /// of Storage and others, and the lines of a private key.
  private static final Pattern KEY_SHAPED =
      Pattern.compile(
          """
          \\beyJ[\\w-]{10,}\\.[\\w-]{10,}(?:\\.[\\w-]+)?\
          |(?i:\\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|sig|api-?key|password|pwd|client_?secret)=)\
          (?<value>(?=[^;&\\s'"]*\\d)[\\w+/=%-]{12,})\
          |(?<!\\w)(?=[0-9]*[a-fA-F])(?=[a-fA-F]*[0-9])[0-9a-fA-F]{32}(?!\\w)\
          |(?<![\\w+/])(?=[0-9]*+[a-zA-Z])(?=(?:[a-zA-Z]*+[0-9]){4})[0-9a-zA-Z]{40,}+(?![\\w+/])\
          |(?<![\\w+/])[0-9a-zA-Z+/]{42,}+={1,2}\
          |(?<![\\w+/])(?=(?:[a-zA-Z+/]*+[0-9]){4})[0-9a-zA-Z+/]{60,}+(?![\\w+/])\
          """);

  private static final Pattern SUBSCRIPTION =
      Pattern.compile(
          "(?i)(subscriptions/)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{7}(?=[0-9a-f]{5}(?![0-9a-f]))");

  private final KnownSecrets known;
  private final boolean maskSubscriptions;

  /// @param secrets values that came from secure parameters or keys, each hidden wherever it occurs
  /// @param maskSubscriptions whether the ids of subscriptions are shown by their last digits only
  public Redaction(Collection<String> secrets, boolean maskSubscriptions) {
    this.known = new KnownSecrets(secrets);
    this.maskSubscriptions = maskSubscriptions;
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
    List<Span> found = new ArrayList<>();
    for (int start = 0; start < text.length(); start++) {
      int end = start;
      boolean digit = false;
      for (; end < text.length() && inKey(text.charAt(end)); end++) {
        digit |= text.charAt(end) <= '9' && text.charAt(end) >= '0';
      }
      if (digit && end - start >= SHORTEST_RUN) {
        shaped(text, start, end, found);
      }
      start = end;
    }
    found.addAll(known.in(text));
    return joined(found);
  }

  private static void shaped(String text, int start, int end, List<Span> found) {
    Matcher shaped = KEY_SHAPED.matcher(text.substring(start, end));
    while (shaped.find()) {
      boolean inside = shaped.start("value") >= 0;
      found.add(
          new Span(
              start + (inside ? shaped.start("value") : shaped.start()), start + shaped.end()));
    }
  }

  private static boolean inKey(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "+/=_%-.".indexOf(c) >= 0);
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
