package dev.keylint.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// cel-java's complaint that a function does not take what it is given, in words for people.
///
/// @param function its name, or the sign of an operator
/// @param given the types of the operands, a member's target first
/// @param wanted what it takes instead, as far as rules can have it
record OverloadError(String function, List<String> given, List<List<String>> wanted) {
  private static final Pattern RAW =
      Pattern.compile(
          "found no matching overload for '([^']*)' applied to '([^']*)' \\(candidates: (.*)\\)",
          Pattern.DOTALL);

  private static final Pattern FOREIGN = Pattern.compile("google\\.|bytes|uint|type\\(");
  private static final int MOST = 4;
  private static final int LONGEST = 40;

  static Optional<OverloadError> read(String raw) {
    Matcher matcher = RAW.matcher(raw.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> given = operands(matcher.group(2));
    List<List<String>> wanted =
        split(matcher.group(3)).stream()
            .filter(it -> !FOREIGN.matcher(it).find())
            .map(OverloadError::operands)
            .filter(it -> it.size() == given.size())
            .distinct()
            .limit(MOST)
            .toList();
    return Optional.of(new OverloadError(sign(matcher.group(1)), given, wanted));
  }

  /// Whether it only follows from another error.
  boolean follows() {
    return given.stream().anyMatch(it -> it.contains("error"));
  }

  String message() {
    return "`" + function + "` does not go with " + words(given);
  }

  Optional<String> help() {
    if (wanted.equals(List.of(List.of("any", "any")))) {
      return Optional.of("both must be of one type");
    }
    Optional<String> members = Members.ofFirst(given);
    return wanted.isEmpty()
        ? members
        : Optional.of(
            "it takes "
                + wanted.stream().map(OverloadError::words).collect(Collectors.joining(", or "))
                + members.map(it -> "; " + it).orElse(""));
  }

  private static String words(List<String> types) {
    return String.join(" and ", types);
  }

  /// `_+_` is `+`, `@in` is `in`.
  private static String sign(String name) {
    String bare = name.replace("_", "").replace("@", "");
    return bare.isEmpty() || name.matches("[a-z]+_[a-z_]+") ? name : bare;
  }

  /// `(string, int)` or `list(string).(string)`.
  private static List<String> operands(String text) {
    int dot = text.indexOf(".(");
    int open = dot < 0 ? text.indexOf('(') : dot + 1;
    List<String> operands = new ArrayList<>();
    if (dot > 0) {
      operands.add(type(text.substring(0, dot)));
    }
    String inner = text.substring(open + 1, Math.max(open + 1, text.lastIndexOf(')')));
    split(inner).forEach(it -> operands.add(type(it)));
    return operands;
  }

  private static String type(String type) {
    String words =
        type.replaceAll("%[A-Z][0-9]+|\\bdyn\\b", "any").replace("optional_type", "optional");
    return words.length() <= LONGEST ? words : words.substring(0, words.indexOf('(') + 1) + "…)";
  }

  /// At the commas outside of brackets.
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      char c = at < text.length() ? text.charAt(at) : ',';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && (depth == 0 || at == text.length())) {
        parts.add(text.substring(from, at).strip());
        from = at + 1;
      }
    }
    return parts.stream().filter(it -> !it.isEmpty()).toList();
  }
}
