package dev.keylint.graph.call;

import dev.keylint.value.PartialText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds URLs in texts that hold more than one: connection strings, JSON, lists.
final class EmbeddedUrls {
  /// What ends a URL in such a text.
  private static final String STOPS = ";,\"'`|<>{}[]()\\ \t\r\n";

  private static final Pattern START =
      Pattern.compile("(?i)\\b(https?|wss?)://|" + PartialText.HOLE);

  /// What a connection string of one part begins with.
  private static final Pattern ASSIGNED = Pattern.compile("[A-Za-z]+=");

  private static final Pattern KEY =
      Pattern.compile(
          "(?i)(^|[;,{\\s\"'])(api|access|account)?[-_ ]?key[\"']?\\s*[=:]\\s*[\"']?[^\\s;\"',}]");

  private EmbeddedUrls() {}

  /// Whether a text is more than one URL or host.
  static boolean isComposed(PartialText text) {
    String chars = text.chars().strip();
    return chars.chars().anyMatch(c -> STOPS.indexOf(c) >= 0);
  }

  /// Whether a text begins as a connection string does.
  static boolean isAssigned(PartialText text) {
    return ASSIGNED.matcher(text.chars().strip()).lookingAt();
  }

  /// The parts of a text that are, or begin with, a URL or something that is not known.
  static List<PartialText> of(PartialText text) {
    List<PartialText> urls = new ArrayList<>();
    Matcher start = START.matcher(text.chars());
    int from = 0;
    while (start.find(from)) {
      int end = end(text.chars(), start.end());
      urls.add(text.slice(start.start(), end));
      from = end;
    }
    return urls;
  }

  /// Whether a text holds a key too, as connection strings do.
  static boolean holdKey(PartialText text) {
    return KEY.matcher(text.chars()).find();
  }

  private static int end(String chars, int from) {
    int at = from;
    while (at < chars.length() && STOPS.indexOf(chars.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
