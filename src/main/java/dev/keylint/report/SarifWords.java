package dev.keylint.report;

import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.MultiformatMessageString;
import dev.keylint.text.Cut;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// Texts as SARIF has them.
final class SarifWords {
  /// Above this GitHub cuts, without a sign that it did.
  static final int LONGEST_DESCRIPTION = 1024;

  private static final int LONGEST_MESSAGE = 4_000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

  private static final Pattern WORD = Pattern.compile("\\p{Ll}+(?![\\p{L}\\d]|[\\w-]*[.:/_]\\S)");

  private SarifWords() {}

  static Message message(String text) {
    return new Message().withText(cut(text, LONGEST_MESSAGE));
  }

  static MultiformatMessageString description(String text) {
    return new MultiformatMessageString().withText(cut(text, LONGEST_DESCRIPTION));
  }

  /// The text with at most that many units; what was cut ends in `...`.
  static String cut(String text, int longest) {
    return text.length() <= longest ? text : Cut.beginning(text, longest - 3) + "...";
  }

  /// In UTC, to the millisecond, which is as much as SARIF takes.
  static String time(Instant time) {
    return TIME.format(time.atOffset(ZoneOffset.UTC));
  }

  /// A phrase as a sentence.
  static String sentence(String phrase) {
    String text = phrase.strip();
    if (text.isEmpty()) {
      return text;
    }
    // A host or the name of a property stays as it is written.
    String capital =
        WORD.matcher(text).lookingAt()
            ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1)
            : text;
    return ".!?".indexOf(text.charAt(text.length() - 1)) >= 0 ? capital : capital + '.';
  }

  /// `openai-local-auth` as `OpenaiLocalAuth`: the names of SARIF may not repeat the id.
  static String pascal(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-")) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    return name.toString();
  }
}
