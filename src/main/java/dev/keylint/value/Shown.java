package dev.keylint.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Values for people: what is known stands as it is, a parameter in braces, and for the rest `…`.
///
/// `'${prefix}-${toLower(uniqueString(resourceGroup().id))}'` with an unknown parameter is shown as
/// `{prefix}-…`. Two values that are shown alike need not be the same: `NormalForm` is for
/// comparing.
public final class Shown {
  /// What stands for all that is not known.
  public static final String UNKNOWN = "…";

  /// Functions that hand on their first argument, more or less as it is; a role whose id is not
  /// known goes by that.
  private static final Set<String> TRANSPARENT =
      Set.of(
          "tolower",
          "toupper",
          "trim",
          "string",
          "take",
          "skip",
          "substring",
          "replace",
          "rolename",
          "$written");

  private static final Set<String> CHOICES = Set.of("if", "coalesce");

  /// Which turn of a loop, as ARM calls it.
  private static final Pattern TURN = Pattern.compile("(?i)\\[copyIndex\\([^()]*\\)]");

  /// A parameter or variable that is an index, as ARM calls it.
  private static final Pattern NAMED =
      Pattern.compile("\\[(?:parameters|variables)\\('(\\w+)'\\)]");

  private Shown() {}

  /// A path in normal form with indices as people write them: `m[…]` for a turn of a loop, `x[i]`.
  public static String path(String normal) {
    return NAMED.matcher(TURN.matcher(normal).replaceAll("[…]")).replaceAll("[$1]");
  }

  /// A value in a sentence; a secret is never shown.
  public static String text(Value value) {
    if (value.origin().secret()) {
      return "***";
    }
    return switch (value) {
      case Value.Unknown(Term term, _, _) -> term(term);
      case Value.Arr(List<Value> items, _) ->
          items.stream().map(Shown::text).collect(Collectors.joining(", "));
      case Value.Obj _ -> "an object";
      case Value.Null _ -> "null";
      case Value.Bool(boolean truth, _) -> String.valueOf(truth);
      case Value.Int _, Value.Decimal _, Value.Str _ -> NormalForm.plain(value);
    };
  }

  /// The same, unless nothing at all is known of it.
  public static Optional<String> known(Value value) {
    String text = text(value);
    boolean known = text.codePoints().anyMatch(Character::isLetterOrDigit) || text.equals("***");
    return known ? Optional.of(text) : Optional.empty();
  }

  private static String term(Term term) {
    return switch (term) {
      case Term.Concat(List<Value> parts) ->
          parts.stream()
              .map(Shown::text)
              .collect(Collectors.joining())
              .replaceAll(UNKNOWN + "(" + UNKNOWN + ")+", UNKNOWN);
      case Term.Call(String function, List<Value> arguments) -> call(function, arguments);
      case Term.Access(Value base, List<Value> path) ->
          base instanceof Value.Unknown(Term.Call(String function, List<Value> arguments), _, _)
                  && function.equals("parameters")
              ? path(path)
                  .map(it -> "{" + NormalForm.plain(arguments.getFirst()) + it + "}")
                  .orElse(UNKNOWN)
              : UNKNOWN;
      case Term.Lambda _ -> UNKNOWN;
    };
  }

  /// A path as people write it, `.a[0].b`; empty when a part of it is not known.
  private static Optional<String> path(List<Value> keys) {
    StringBuilder path = new StringBuilder();
    for (Value key : keys) {
      switch (key) {
        case Value.Str(String name, _) -> path.append('.').append(name);
        case Value.Int(long index, _) -> path.append('[').append(index).append(']');
        case Value _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(path.toString());
  }

  private static String call(String function, List<Value> arguments) {
    String name = function.toLowerCase(Locale.ROOT);
    if (arguments.isEmpty()) {
      return UNKNOWN;
    }
    if (name.equals("parameters")) {
      return "{" + NormalForm.plain(arguments.getFirst()) + "}";
    }
    if (name.equals("externalinputs") && arguments.getFirst() instanceof Value.Str(var input, _)) {
      return "{" + input + "}";
    }
    if (TRANSPARENT.contains(name)) {
      String inner = text(arguments.getFirst());
      return name.equals("tolower") ? lower(inner) : inner;
    }
    if (CHOICES.contains(name)) {
      List<String> choices =
          arguments.stream().skip(name.equals("if") ? 1 : 0).map(Shown::text).distinct().toList();
      return choices.size() == 1 ? choices.getFirst() : UNKNOWN;
    }
    return UNKNOWN;
  }

  /// In lower case but for the names in braces.
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      lower.append(depth > 0 ? c : Character.toLowerCase(c));
    }
    return lower.toString();
  }
}
