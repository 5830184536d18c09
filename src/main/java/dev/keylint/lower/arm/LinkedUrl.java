package dev.keylint.lower.arm;

import dev.keylint.json.JsonValue;
import dev.keylint.template.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The URL of a linked template as far as it is known before the deployment, and where the same
/// file may lie beside the template.
///
/// @param text the URL without its query, which may hold a token, and with `…` for what is not
///   known
/// @param relative the path that `uri(base, path)` puts behind the folder of the template
record LinkedUrl(String text, Optional<String> relative) {
  private static final String UNKNOWN = "…";
  private static final int MAX_HOPS = 20;
  private static final int LONGEST = 2_000;

  /// A text of more parts is not put together.
  private static final int MAX_ARGUMENTS = 20;

  /// More folders of a URL are not looked for.
  private static final int MAX_SEGMENTS = 6;

  private static final Pattern HOLE = Pattern.compile("\\{(\\d)\\}");

  static LinkedUrl of(JsonValue uri, ArmScope scope) {
    Expr written = scope.followed(scope.values().value(uri));
    Optional<String> relative =
        call(written, "uri")
            .filter(arguments -> arguments.size() == 2)
            .map(arguments -> file(text(arguments.getLast(), scope, 0)));
    return new LinkedUrl(text(written, scope, 0).replaceFirst("[?#].*", ""), relative);
  }

  /// Whether it says where in the world the template is; else it is a path.
  boolean isAbsolute() {
    return text.contains("://") || text.contains(UNKNOWN);
  }

  /// Whether nothing of it is known.
  boolean isUnknown() {
    return text.equals(UNKNOWN);
  }

  /// The paths beside the template at which a file may stand in for it, the most likely first.
  List<String> candidates() {
    if (relative.isPresent()) {
      return relative.filter(LinkedUrl::isFile).stream().toList();
    }
    String path = file(text);
    int start = path.lastIndexOf(UNKNOWN) + 1;
    if (start == 0) {
      int host = path.indexOf("://");
      start = host < 0 ? 0 : host + 3;
    }
    List<String> segments = List.of(path.substring(start).split("/+"));
    // The first is the host, or the end of what is not known.
    List<String> known =
        segments.subList(Math.max(1, segments.size() - MAX_SEGMENTS), Math.max(1, segments.size()));
    List<String> candidates = new ArrayList<>();
    // Of a URL whose start is not known all the rest has to be there, else at least a folder.
    int last = path.contains(UNKNOWN) ? Math.min(1, known.size()) : known.size() - 1;
    for (int from = 0; from < last; from++) {
      String suffix = String.join("/", known.subList(from, known.size()));
      for (int up = 0; up < known.size() - from; up++) {
        candidates.add("../".repeat(up) + suffix);
      }
    }
    return candidates.stream().filter(LinkedUrl::isFile).toList();
  }

  private static boolean isFile(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return !path.contains(UNKNOWN)
        && !path.contains("://")
        && !path.contains(":")
        && Arrays.stream(path.split("/")).noneMatch(String::isEmpty)
        && (name.endsWith(".json") || name.endsWith(".jsonc"));
  }

  /// Without a query, and without the access token that often follows.
  private static String file(String text) {
    String path = text.replaceFirst("[?#].*", "");
    int end = path.toLowerCase(Locale.ROOT).lastIndexOf(".json" + UNKNOWN);
    return (end < 0 ? path : path.substring(0, end + ".json".length())).replaceFirst("^\\./", "");
  }

  private static String text(Expr expr, ArmScope scope, int hops) {
    Expr followed = scope.followed(expr);
    if (hops > MAX_HOPS) {
      return UNKNOWN;
    }
    String text =
        switch (followed) {
          case Expr.StringLiteral(var literal, _) -> literal;
          case Expr.Call(_, var function, var arguments, _) ->
              call(function.toLowerCase(Locale.ROOT), arguments, scope, hops + 1);
          case Expr _ -> UNKNOWN;
        };
    return text.length() > LONGEST ? UNKNOWN : text;
  }

  private static String call(String function, List<Expr> arguments, ArmScope scope, int hops) {
    if (arguments.size() > MAX_ARGUMENTS) {
      return UNKNOWN;
    }
    List<String> texts = arguments.stream().map(argument -> text(argument, scope, hops)).toList();
    return switch (function) {
      case "concat" -> String.join("", texts);
      case "uri" -> texts.size() == 2 ? resolved(texts.getFirst(), texts.getLast()) : UNKNOWN;
      case "format" -> texts.isEmpty() ? UNKNOWN : formatted(texts);
      default -> UNKNOWN;
    };
  }

  private static String resolved(String base, String path) {
    return path.contains("://")
        ? path
        : base.substring(0, base.lastIndexOf('/') + 1) + path.replaceFirst("^(\\./|/)", "");
  }

  private static String formatted(List<String> texts) {
    return HOLE.matcher(texts.getFirst())
        .replaceAll(hole -> {
          int index = Integer.parseInt(hole.group(1)) + 1;
          return Matcher.quoteReplacement(index < texts.size() ? texts.get(index) : UNKNOWN);
        });
  }

  private static Optional<List<Expr>> call(Expr expr, String name) {
    return expr instanceof Expr.Call(_, var function, var arguments, _)
            && function.equalsIgnoreCase(name)
        ? Optional.of(arguments)
        : Optional.empty();
  }
}
