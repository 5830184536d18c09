package dev.keylint.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of environment variables, as azd writes it: `NAME="value"`, one a line.
///
/// Source: github.com/joho/godotenv, which azd uses. A value in double quotes has escapes, one in
/// single quotes none; both may run over several lines. `$NAME` of a variable further up is put in,
/// but not into single quotes.
///
/// @param wrongLine the first line that is none, counted from 1
record EnvFile(Map<String, String> variables, OptionalInt wrongLine) {
  private static final Pattern LINE =
      Pattern.compile(
          "\\G[ \\t]*(?:(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.]*)[ \\t]*[=:][ \\t]*"
              + "(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|'([^']*+)'|([^\\n]*+))[ \\t]*(?:#[^\\n]*+)?"
              + "|#[^\\n]*+|)(?:\\n|\\z)",
          Pattern.DOTALL);
  private static final Pattern REFERENCE =
      Pattern.compile("(\\\\)?\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)\\}|([A-Za-z_][A-Za-z0-9_]*))");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*");

  EnvFile {
    variables = Map.copyOf(variables);
  }

  static EnvFile of(String file) {
    String text = file.replace("\uFEFF", "").replace("\r\n", "\n");
    Map<String, String> variables = new LinkedHashMap<>();
    Matcher line = LINE.matcher(text);
    int end = 0;
    while (end < text.length() && line.find()) {
      end = line.end();
      if (line.group(1) != null) {
        variables.put(line.group(1), value(line, variables));
      }
    }
    int wrong = (int) text.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
    return new EnvFile(
        variables, end < text.length() ? OptionalInt.of(wrong) : OptionalInt.empty());
  }

  private static String value(Matcher line, Map<String, String> before) {
    if (line.group(3) != null) {
      return line.group(3);
    }
    if (line.group(2) != null) {
      return unescaped(expanded(line.group(2), before));
    }
    return expanded(COMMENT.matcher(line.group(4)).replaceFirst("").strip(), before);
  }

  private static String expanded(String text, Map<String, String> before) {
    return REFERENCE
        .matcher(text)
        .replaceAll(it -> {
          String name = it.group(2) == null ? it.group(3) : it.group(2);
          String put =
              it.group(1) == null ? before.getOrDefault(name, "") : it.group().substring(1);
          return Matcher.quoteReplacement(put);
        });
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(it ->
            switch (it.group(1)) {
              case "n" -> "\n";
              case "r" -> "\r";
              case String other -> Matcher.quoteReplacement(other);
            });
  }
}
