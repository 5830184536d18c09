package dev.keylint.check;

import java.util.ArrayList;
import java.util.List;

/// Cuts a sentence into its words.
final class Words {
  private static final String IN_MODULE = " in module ";

  private Words() {}

  /// What stands between spaces, with what stands around it; a name in quotes is one word, and so
  /// is a symbol with the modules around it.
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
    int within =
        sentence.startsWith(IN_MODULE, Math.max(space, 0)) ? space + IN_MODULE.length() : -1;
    int end = within < 0 ? space : sentence.indexOf(' ', within);
    return end < 0 ? sentence.length() : end;
  }
}
