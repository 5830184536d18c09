package dev.keylint.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a script of a shell into the commands that it runs: continued lines are one, what is
/// commented out or only printed is none.
///
/// Fits sh, PowerShell and cmd, and by and large other languages whose comments begin with `#`. It
/// does not follow conditions: a command that may run counts.
public final class ScriptCommands {
  /// What a command prints for somebody to read, unless something is run to make it.
  private static final Pattern PRINTS =
      Pattern.compile(
          "(?i)(@?echo|printf|print|Write-(Host|Output|Warning|Error|Information|Verbose|Debug))\\b"
              + ".*",
          Pattern.DOTALL);

  private static final Pattern HERE_DOCUMENT =
      Pattern.compile("(?i)\\s*(cat|echo)\\b[^|><]*<<-?(?!<)\\s*(['\"]?)(\\w+)\\2\\s*");
  private static final Pattern COMMENT = Pattern.compile("(?i)\\s*(#|::|rem\\s|//).*");

  /// Longer ones are not judged: they are data, or programs that a tool has made.
  private static final int LONGEST = 32_767;

  private final String text;
  private final List<Command> commands = new ArrayList<>();
  private int at;

  private ScriptCommands(String text) {
    this.text = text;
  }

  /// A command.
  ///
  /// @param text with its continuations, each as a blank
  /// @param offset where it begins in the script
  public record Command(String text, int offset) {
    /// Whether it is so long that nobody is to look into it.
    public boolean isTooLong() {
      return text.length() > LONGEST;
    }
  }

  /// The commands of a script in their order.
  public static List<Command> of(String text) {
    ScriptCommands script = new ScriptCommands(text);
    while (script.at < text.length()) {
      script.line();
    }
    return List.copyOf(script.commands);
  }

  private void line() {
    int start = at;
    String line = next();
    if (line.strip().startsWith("<#")) {
      skip("#>", line);
    } else if (!COMMENT.matcher(line).matches()) {
      Matcher here = HERE_DOCUMENT.matcher(line);
      if (here.matches()) {
        skipTo(here.group(3));
      } else {
        logical(start, line);
      }
    }
  }

  /// The next line without its end.
  private String next() {
    int end = text.indexOf('\n', at);
    String line = text.substring(at, end < 0 ? text.length() : end);
    at = end < 0 ? text.length() : end + 1;
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private void skip(String end, String first) {
    String line = first;
    while (!line.contains(end) && at < text.length()) {
      line = next();
    }
  }

  private void skipTo(String delimiter) {
    while (at < text.length() && !next().strip().equals(delimiter)) {
      // What is printed.
    }
  }

  /// A line with those that continue it; the characters keep their offsets.
  private void logical(int start, String first) {
    StringBuilder all = new StringBuilder(uncommented(first));
    String line = first;
    while (isContinued(all) && at < text.length()) {
      all.setCharAt(all.length() - 1, ' ');
      while (start + all.length() < at) {
        all.append(' ');
      }
      line = next();
      all.append(COMMENT.matcher(line).matches() ? "" : uncommented(line));
    }
    split(start, all.toString());
  }

  private static boolean isContinued(StringBuilder line) {
    return !line.isEmpty() && "\\`^".indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  /// Without a comment at the end, and without blanks there.
  private static String uncommented(String line) {
    int end = line.length();
    char quote = 0;
    for (int i = 0; i < line.length() && end == line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '#' && i > 0 && Character.isWhitespace(line.charAt(i - 1))) {
        end = i;
      }
    }
    return line.substring(0, end).stripTrailing();
  }

  /// At `;`, `&&`, `||` and `|`, but not in quotes.
  private void split(int start, String line) {
    int from = 0;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == ';' || c == '|' || line.startsWith("&&", i)) {
        add(start, line, from, i);
        i += c == '&' ? 1 : 0;
        from = i + 1;
      }
    }
    add(start, line, from, line.length());
  }

  private void add(int start, String line, int from, int to) {
    String part = line.substring(from, to);
    String command = part.strip();
    if (!command.isEmpty() && !isPrinted(command)) {
      commands.add(new Command(command, start + from + part.indexOf(command)));
    }
  }

  private static boolean isPrinted(String command) {
    return Optional.of(command)
        .filter(it -> PRINTS.matcher(it).matches())
        .filter(it -> !it.contains("$(") && !it.contains("`az "))
        .isPresent();
  }
}
