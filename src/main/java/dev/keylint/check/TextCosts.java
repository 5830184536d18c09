package dev.keylint.check;

import dev.keylint.check.Datum.Items;
import dev.keylint.check.Datum.Text;
import dev.keylint.rule.Function;
import java.util.List;

/// What functions of texts take beyond their operands, told before they are called.
final class TextCosts {
  /// A text of this length is looked for at the speed of the text around it.
  private static final int SHORT = 64;

  /// States of a pattern that a character passes in the time that it is copied in.
  private static final int STATES = 10;

  private TextCosts() {}

  /// In characters; nothing for operands that do not fit.
  static long of(Function function, List<Result> operands) {
    return switch (function) {
      case CONTAINS, INDEX_OF, LAST_INDEX_OF -> search(text(operands, 0), text(operands, 1));
      case SPLIT -> {
        String text = text(operands, 0);
        String separator = text(operands, 1);
        yield found(text, separator, Allowance.ITEM);
      }
      case REPLACE -> {
        yield found(text(operands, 0), text(operands, 1), text(operands, 2).length());
      }
      case JOIN ->
          operands.getFirst() instanceof Result.Known(Items(var items), _)
              ? (long) items.size() * text(operands, 1).length()
              : 0;
      case MATCHES -> {
        String pattern = text(operands, 1);
        long states = Math.min(PatternSize.of(pattern), LinearPattern.MAX_SIZE);
        yield pattern.length() + states * text(operands, 0).length() / STATES;
      }
      default -> 0;
    };
  }

  private static String text(List<Result> operands, int index) {
    return index < operands.size() && operands.get(index) instanceof Result.Known(Text(var it), _)
        ? it
        : "";
  }

  /// Looking for all of them, and what is made for each.
  private static long found(String text, String wanted, long each) {
    long search = search(text, wanted);
    return search > Allowance.MAX_SIZE ? search : search + occurrences(text, wanted) * each;
  }

  private static long search(String text, String wanted) {
    return text.length() / SHORT * (long) Math.max(SHORT, wanted.length()) / SHORT;
  }

  private static long occurrences(String text, String wanted) {
    if (wanted.isEmpty()) {
      return text.length() + 1L;
    }
    long found = 0;
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
      found++;
    }
    return found;
  }
}
