package dev.keylint.check;

import dev.keylint.value.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Resource ids in normal form, as people call the resource: by its name.
final class ShortIds {
  private static final Pattern FORMAT = Pattern.compile("format\\('((?:[^']|'')*+)'.*");
  private static final Pattern RESOURCE_ID =
      Pattern.compile(
          "(?:\\w+)?[rR]esourceId\\((?:.*, )?'[\\w.]+/[\\w./]+', (.+)\\)", Pattern.DOTALL);
  private static final Pattern HOLE = Pattern.compile("\\{\\d+\\}");
  private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*+)'");

  private ShortIds() {}

  /// The names in it, or `…` when there is none.
  static String of(String id) {
    Matcher format = FORMAT.matcher(id);
    if (format.matches()) {
      return names(HOLE.matcher(format.group(1)).replaceAll(Shown.UNKNOWN));
    }
    Matcher call = RESOURCE_ID.matcher(id);
    if (call.matches()) {
      Matcher literal = LITERAL.matcher(call.group(1));
      List<String> names = new ArrayList<>();
      while (literal.find()) {
        names.add(literal.group(1));
      }
      return names.isEmpty() ? Shown.UNKNOWN : String.join("/", names);
    }
    return id.contains("(") ? Shown.UNKNOWN : names(id);
  }

  /// Of `/…/providers/Microsoft.X/types/name/types/name` the names.
  private static String names(String path) {
    int provider = path.lastIndexOf("/providers/");
    if (provider < 0) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      return name.isEmpty() ? Shown.UNKNOWN : name;
    }
    List<String> segments = List.of(path.substring(provider + 11).split("/", -1));
    List<String> names = new ArrayList<>();
    for (int i = 2; i < segments.size(); i += 2) {
      names.add(segments.get(i));
    }
    return names.isEmpty() ? Shown.UNKNOWN : names.stream().collect(Collectors.joining("/"));
  }
}
