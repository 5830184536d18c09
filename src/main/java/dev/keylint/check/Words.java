package dev.keylint.check;

import java.util.ArrayList;
import java.util.List;

/// Cuts a sentence into its words.
final class Words {
  private Words() {}

  /// What stands between spaces, with what stands around it; a name in quotes is one word.
  static List<String> of(String sentence) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < sentence.length()) {
      if (sentence.charAt(at) == ' ') {
        at++;
      } else {
        int end = end(sentence, at);
        words.add(sentence.substring(at, end));
        at = end;
      }
    }
    return words;
  }

  private static int end(String sentence, int start) {
    int quote = sentence.charAt(start) == '\'' ? sentence.indexOf('\'', start + 1) : start;
    int space = sentence.indexOf(' ', Math.max(start, quote));
    return space < 0 ? sentence.length() : space;
  }
}
