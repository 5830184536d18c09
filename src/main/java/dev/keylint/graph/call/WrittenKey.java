package dev.keylint.graph.call;

import dev.keylint.value.Value;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a text in a file of data is a key itself, and no mark that somebody puts one in for.
final class WrittenKey {
  /// Keys of Azure have 32 characters and more.
  private static final int SHORTEST = 24;

  private static final int FEWEST_DIGITS = 2;
  private static final int FEWEST_OTHERS = 8;

  private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9+/=_.~-]+");

  /// In a connection string, or behind the `?` of an address.
  private static final Pattern PART =
      Pattern.compile("(?i)(?:\\bAccountKey=|[?&;]sig=|[?&]code=)([^;&\\s\"']+)");

  /// What people write for a key that is none.
  private static final Pattern EXAMPLE =
      Pattern.compile("0123456789|1234567890|abcdefgh|(?i)your|placeholder|replace|example|__");

  private WrittenKey() {}

  /// Whether a value is one, or has one as a part.
  static boolean isIn(Value value) {
    if (!(value instanceof Value.Str(var text, _))) {
      return false;
    }
    Matcher part = PART.matcher(text);
    while (part.find()) {
      if (isOne(part.group(1).replace("%2B", "+").replace("%2F", "/").replace("%3D", "="))) {
        return true;
      }
    }
    return isOne(text.strip());
  }

  /// A key is as good as made of chance: of many characters, with digits among them.
  private static boolean isOne(String text) {
    return text.length() >= SHORTEST
        && CHARACTERS.matcher(text).matches()
        && !EXAMPLE.matcher(text).find()
        && text.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS
        && text.toLowerCase(Locale.ROOT).chars().distinct().count() >= FEWEST_OTHERS;
  }
}
