package dev.keylint.report;

import java.util.Locale;
import java.util.regex.Pattern;

/// Makes text that a stranger wrote harmless for one kind of output.
///
/// A template, a file name or a resource name may hold terminal escapes, commands for the pipeline
/// that reads our log, Markdown, HTML or a formula.
public final class Neutral {
  /// Invisible, and enough to break a command in two.
  private static final String BREAK = "\u200b";

  private static final char REPLACEMENT = '\ufffd';

  /// Azure's agent looks for `##vso[` anywhere in a line, GitHub's runner for `##[`.
  private static final Pattern ANYWHERE =
      Pattern.compile("##(?=(vso)?\\[)", Pattern.CASE_INSENSITIVE);

  /// GitHub's runner takes a line for a command even behind blanks.
  private static final Pattern AT_LINE_START = Pattern.compile("^(\\s*):(?=:)");

  private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_{}\\[\\]()#+\\-.!|~$^=]");
  private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@]");

  private Neutral() {}

  /// One line for a terminal or a log: what would move the cursor, change colours, reverse the
  /// direction or end the line becomes a visible character.
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().map(Neutral::visible).forEach(line::appendCodePoint);
    return line.toString();
  }

  /// A finished line of output, so that no pipeline takes a part of it for a command.
  public static String logged(String line) {
    String anywhere = ANYWHERE.matcher(line).replaceAll("#" + BREAK + "#");
    return AT_LINE_START.matcher(anywhere).replaceFirst("$1:" + BREAK);
  }

  /// The message of a GitHub workflow command.
  public static String githubData(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /// A property of a GitHub workflow command.
  public static String githubProperty(String text) {
    return githubData(text).replace(":", "%3A").replace(",", "%2C");
  }

  /// The message of an Azure Pipelines logging command.
  public static String azureData(String text) {
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /// A property of an Azure Pipelines logging command.
  public static String azureProperty(String text) {
    return azureData(text).replace(";", "%3B").replace("]", "%5D");
  }

  /// Words inside a Markdown paragraph or table cell; no link, image, mention or tag comes of them.
  public static String markdown(String text) {
    String escaped = MARKDOWN.matcher(line(text)).replaceAll("\\\\$0");
    return html(escaped).replace("@", "@" + BREAK).replace("://", ":" + BREAK + "//");
  }

  /// Text or the value of a quoted attribute in HTML.
  public static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /// A cell of a CSV file, in quotes; no spreadsheet takes it for a formula.
  public static String csv(String text) {
    String guarded = FORMULA.matcher(text).find() ? "'" + text : text;
    return '"' + guarded.replace("\"", "\"\"") + '"';
  }

  /// Part of a SARIF message, in which `[text](target)` would be a link.
  public static String sarif(String text) {
    return text.replace("](", "]" + BREAK + "(");
  }

  private static int visible(int c) {
    if (c < 0x20) {
      return 0x2400 + c;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          REPLACEMENT;
      case Character.FORMAT -> joins(c) ? c : REPLACEMENT;
      case Character.SURROGATE, Character.UNASSIGNED -> REPLACEMENT;
      default -> c;
    };
  }

  /// Joiners and the soft hyphen are part of words; what turns the direction of reading is not.
  private static boolean joins(int c) {
    return c == 0x200c || c == 0x200d || c == 0xad;
  }

  /// The same text in lower case, for keys.
  static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
