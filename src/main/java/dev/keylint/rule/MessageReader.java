package dev.keylint.rule;

import dev.keylint.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/// Splits a message at its holes: `{expression}`; `{{` and `}}` are braces.
final class MessageReader {
  private final CelText message;
  private final CelChecker.Names names;
  private final List<Diagnostic> diagnostics;
  private final List<Message.Part> parts = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();

  private MessageReader(CelText message, CelChecker.Names names, List<Diagnostic> diagnostics) {
    this.message = message;
    this.names = names;
    this.diagnostics = diagnostics;
  }

  static Message read(CelText message, CelChecker.Names names, List<Diagnostic> diagnostics) {
    return new MessageReader(message, names, diagnostics).read();
  }

  private Message read() {
    String text = message.text();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
      if (c == '{' && !twice) {
        at = hole(at);
      } else {
        words.append(c);
        at += twice && (c == '{' || c == '}') ? 2 : 1;
      }
    }
    endWords();
    return new Message(parts);
  }

  /// Reads the hole that starts here and returns the offset behind it.
  private int hole(int start) {
    int end = endOfHole(message.text(), start);
    if (end < 0) {
      diagnostics.add(
          Fields.wrong("`{` is never closed", message.at(start))
              .help("write `{{` for a brace of the message"));
      return message.text().length();
    }
    endWords();
    names
        .check(message.part(start + 1, end), CelChecker.Wanted.PRINTABLE, diagnostics)
        .ifPresent(formula -> parts.add(new Message.Hole(formula)));
    return end + 1;
  }

  /// The brace that closes the one at `start`, seen past strings and inner braces; -1 if none does.
  private static int endOfHole(String text, int start) {
    int depth = 0;
    for (int at = start; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '{' -> depth++;
        case '}' -> {
          depth--;
          if (depth == 0) {
            return at;
          }
        }
        case '\'', '"' -> {
          at = text.indexOf(text.charAt(at), at + 1);
          if (at < 0) {
            return -1;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  private void endWords() {
    if (!words.isEmpty()) {
      parts.add(new Message.Words(words.toString()));
      words.setLength(0);
    }
  }
}
