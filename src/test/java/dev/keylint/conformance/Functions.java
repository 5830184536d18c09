package dev.keylint.conformance;

import dev.keylint.conformance.Tree.Forest;
import dev.keylint.template.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Calls whose spelling differs between the two languages.
final class Functions {
  private static final Pattern PIECE = Pattern.compile("\\{\\{|\\}\\}|\\{(\\d+)\\}");
  private static final Pattern VERSION = Pattern.compile("-\\.\\.--\\.\\.-|\\d+\\.\\d+\\.\\d+");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d+");

  private final Canon canon;
  private final Forest forest;

  Functions(Canon canon) {
    this.canon = canon;
    this.forest = canon.forest();
  }

  Tree call(Expr.Call call, Binders around) {
    String name = Canon.key(call.function());
    if (name.equals("reference") || name.startsWith("list")) {
      return canon.reads().runtime(name, call.arguments(), around);
    }
    List<Tree> arguments = canon.all(call.arguments(), around);
    return switch (name) {
      case "format" -> format(arguments);
      case "and", "or", "coalesce" -> flat(name, arguments);
      case "length" -> length(arguments);
      case "json" -> json(arguments);
      case "int" ->
          WHOLE_NUMBER.matcher(arguments.getFirst().label()).matches()
              ? arguments.getFirst()
              : forest.of(name, arguments);
      case "replace" -> replace(arguments);
      case "string" ->
          arguments.size() == 1 && Forest.isText(arguments.getFirst())
              ? arguments.getFirst()
              : forest.of(name, arguments);
      case "resourceid",
          "subscriptionresourceid",
          "tenantresourceid",
          "managementgroupresourceid",
          "extensionresourceid" ->
          canon.ids().written(name, arguments).orElse(forest.of(name, arguments));
      default -> forest.of(name, arguments);
    };
  }

  private Tree flat(String name, List<Tree> arguments) {
    List<Tree> flat = new ArrayList<>();
    arguments.forEach(it -> flat.addAll(it.is(name) ? it.parts() : List.of(it)));
    return forest.of(name, flat);
  }

  private Tree length(List<Tree> arguments) {
    Tree of = arguments.getFirst();
    return of.is("range") && of.parts().getFirst().is("0")
        ? of.parts().getLast()
        : forest.of("length", arguments);
  }

  /// A published module counts its uses with its version; in the source a mark stands for it.
  private Tree replace(List<Tree> arguments) {
    Tree in = arguments.getFirst();
    boolean version = Forest.isText(in) && VERSION.matcher(Forest.content(in)).matches();
    return version ? forest.of("version") : forest.of("replace", arguments);
  }

  private Tree json(List<Tree> arguments) {
    return Optional.of(arguments)
        .filter(all -> all.size() == 1 && Forest.isText(all.getFirst()))
        .map(all -> Forest.content(all.getFirst()))
        .filter(text -> WHOLE_NUMBER.matcher(text).matches())
        .map(forest::of)
        .orElseGet(() -> forest.of("json", arguments));
  }

  /// `format('a{0}', x)` is the text `a${x}`; with widths or formats it stays a call.
  private Tree format(List<Tree> arguments) {
    if (arguments.isEmpty() || !Forest.isText(arguments.getFirst())) {
      return forest.of("format", arguments);
    }
    String pattern = Forest.content(arguments.getFirst());
    List<Tree> parts = new ArrayList<>();
    Matcher piece = PIECE.matcher(pattern);
    int start = 0;
    while (piece.find()) {
      parts.add(forest.text(pattern.substring(start, piece.start())));
      String hole = piece.group(1);
      if (hole == null) {
        parts.add(forest.text(piece.group().substring(1)));
      } else if (Integer.parseInt(hole) + 1 < arguments.size()) {
        parts.add(arguments.get(Integer.parseInt(hole) + 1));
      }
      start = piece.end();
    }
    parts.add(forest.text(pattern.substring(start)));
    boolean odd = PIECE.matcher(pattern).replaceAll("").matches(".*[{}].*");
    return odd ? forest.of("format", arguments) : forest.join(parts);
  }
}
