package dev.keylint.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// Reads a `WWW-Authenticate` header (RFC 9110, 11.6.1) in one pass: a registry may send as much as
/// it likes. What breaks the grammar is skipped.
final class ChallengeReader {
  private final String text;
  private int at;

  ChallengeReader(String header) {
    this.text = header;
  }

  /// All challenges of the header.
  List<ParsedChallenge> challenges() {
    List<ParsedChallenge> found = new ArrayList<>();
    while (at < text.length()) {
      String word = token().toLowerCase(Locale.ROOT);
      if (word.isEmpty()) {
        at++;
        continue;
      }
      skipBlanks();
      if (at < text.length() && text.charAt(at) == '=') {
        at++;
        skipBlanks();
        String value = value();
        if (!found.isEmpty()) {
          found.getLast().parameters().putIfAbsent(word, value);
        }
      } else {
        found.add(new ParsedChallenge(word, new TreeMap<>()));
      }
    }
    return found;
  }

  private String value() {
    if (at >= text.length() || text.charAt(at) != '"') {
      int start = at;
      while (at < text.length() && " \t,\"".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at);
    }
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at));
    }
    at++;
    return value.toString();
  }

  private String token() {
    int start = at;
    while (at < text.length() && isToken(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipBlanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private static boolean isToken(char c) {
    return c > ' ' && c < 0x7f && "=,\"".indexOf(c) < 0;
  }
}
