package dev.keylint.lower;

import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name `owner/Provider.Namespace/own` of an extension resource, taken apart at the provider.
///
/// @param before the segments of the owner's name
/// @param after the extension resource's own name
public record NameSplit(List<Expr> before, String provider, Expr after) {
  public NameSplit {
    before = List.copyOf(before);
  }

  private static final Pattern PROVIDER =
      Pattern.compile("(?:(.*)/)?([A-Za-z0-9]+\\.[A-Za-z0-9.]+)/(.*)");

  /// Parts that are still looked at; variables in variables could multiply without end.
  private static final int MAX_PARTS = 200;

  private static final int MAX_HOPS = 10;
  private static final Pattern HOLE = Pattern.compile("\\{(\\d{1,4})\\}");

  /// The split, when the provider stands in a literal part of the name.
  ///
  /// @param followed gives what is behind the name of a variable
  static Optional<NameSplit> of(Expr name, UnaryOperator<Expr> followed) {
    List<Expr> parts = new ArrayList<>();
    flatten(name, followed, parts, 0);
    for (int i = 0; i < parts.size() && parts.size() < MAX_PARTS; i++) {
      if (parts.get(i) instanceof Expr.StringLiteral(var text, var at)) {
        Matcher found = PROVIDER.matcher(text);
        if (found.matches()) {
          List<Expr> before = new ArrayList<>(parts.subList(0, i));
          Optional.ofNullable(found.group(1)).ifPresent(head -> before.add(literal(head, at)));
          List<Expr> after = new ArrayList<>();
          after.add(literal(found.group(3), at));
          after.addAll(parts.subList(i + 1, parts.size()));
          return Optional.of(
              new NameSplit(segments(before), found.group(2), joined(after, name.at())));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether a name certainly has no slash in it.
  public static boolean isOneSegment(Expr name, UnaryOperator<Expr> followed) {
    List<Expr> parts = new ArrayList<>();
    flatten(name, followed, parts, 0);
    return parts.stream()
        .allMatch(part -> part instanceof Expr.StringLiteral(var text, _) && !text.contains("/"));
  }

  private static void flatten(Expr name, UnaryOperator<Expr> followed, List<Expr> parts, int hops) {
    if (parts.size() >= MAX_PARTS) {
      return;
    }
    switch (name) {
      case Expr.Call(_, var function, var arguments, _) when function.equalsIgnoreCase("concat") ->
          arguments.forEach(argument -> flatten(argument, followed, parts, hops));
      case Expr.Interpolation(var texts, _) ->
          texts.forEach(text -> flatten(text, followed, parts, hops));
      case Expr.Call(_, var function, var arguments, _)
          when function.equalsIgnoreCase("format")
              && !arguments.isEmpty()
              && arguments.getFirst() instanceof Expr.StringLiteral(var format, var at)
              && !format.contains("{{") ->
          format(format, at, arguments, followed, parts, hops);
      case Expr.VariableRef reference when hops < MAX_HOPS && follows(reference, followed) ->
          flatten(followed.apply(reference), followed, parts, hops + 1);
      case Expr other -> parts.add(other);
    }
  }

  private static void format(
      String format,
      Location at,
      List<Expr> arguments,
      UnaryOperator<Expr> followed,
      List<Expr> parts,
      int hops) {
    Matcher hole = HOLE.matcher(format);
    int start = 0;
    while (hole.find()) {
      int index = Integer.parseInt(hole.group(1)) + 1;
      parts.add(literal(format.substring(start, hole.start()), at));
      if (index < arguments.size()) {
        flatten(arguments.get(index), followed, parts, hops);
      }
      start = hole.end();
    }
    parts.add(literal(format.substring(start), at));
  }

  private static boolean follows(Expr.VariableRef reference, UnaryOperator<Expr> followed) {
    return !followed.apply(reference).equals(reference);
  }

  /// The parts between slashes, each joined again.
  private static List<Expr> segments(List<Expr> parts) {
    List<Expr> segments = new ArrayList<>();
    List<Expr> open = new ArrayList<>();
    for (Expr part : parts) {
      if (part instanceof Expr.StringLiteral(var text, var at)) {
        String[] pieces = text.split("/", -1);
        for (int i = 0; i < pieces.length; i++) {
          if (i > 0) {
            close(open, segments);
          }
          open.add(literal(pieces[i], at));
        }
      } else {
        open.add(part);
      }
    }
    close(open, segments);
    return segments;
  }

  private static void close(List<Expr> open, List<Expr> segments) {
    open.removeIf(part -> part instanceof Expr.StringLiteral(var text, _) && text.isEmpty());
    if (!open.isEmpty()) {
      segments.add(joined(open, open.getFirst().at()));
    }
    open.clear();
  }

  private static Expr joined(List<Expr> parts, Location at) {
    List<Expr> full =
        parts.stream()
            .filter(part -> !(part instanceof Expr.StringLiteral(var text, _) && text.isEmpty()))
            .toList();
    return full.size() == 1 ? full.getFirst() : new Expr.Call(Optional.empty(), "concat", full, at);
  }

  private static Expr literal(String text, Location at) {
    return new Expr.StringLiteral(text, at);
  }
}
