package dev.keylint.text;

/// A constant that rules, outputs or comments write as a word: its name in camel case, as `keyFlow`
/// for `KEY_FLOW`. Another name is another word to those who read or write it.
public interface Keyword {
  /// As Java writes it.
  String name();

  /// The word.
  default String word() {
    StringBuilder word = new StringBuilder();
    boolean next = false;
    for (char c : name().toCharArray()) {
      if (c != '_') {
        word.append(next ? c : Character.toLowerCase(c));
      }
      next = c == '_';
    }
    return word.toString();
  }
}
