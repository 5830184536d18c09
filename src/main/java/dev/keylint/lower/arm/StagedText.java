package dev.keylint.lower.arm;

import dev.keylint.lower.Brackets;
import dev.keylint.lower.Rewriting;
import dev.keylint.template.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with holes that the template around fills: it may come to an expression of the template
/// that it stands in.
///
/// @param parts texts, and the expressions of the holes
record StagedText(List<Expr> parts) {
  private static final Pattern HOLE = Pattern.compile("\\{(\\d{1,4})\\}|\\{\\{|\\}\\}");

  /// What marks the name of a parameter inside a text; no text of use holds these characters.
  private static final char OPEN = '\uE000';

  private static final char CLOSE = '\uE001';
  private static final Pattern MARK = Pattern.compile(OPEN + "([^" + CLOSE + "]*)" + CLOSE);

  /// An interpolation, or a `format` or `concat` of texts.
  static Optional<StagedText> of(Expr expr) {
    return switch (expr) {
      case Expr.Interpolation(List<Expr> parts, _) -> Optional.of(new StagedText(parts));
      case Expr.Call(_, String function, List<Expr> arguments, _)
          when function.equalsIgnoreCase("concat") ->
          Optional.of(new StagedText(arguments));
      case Expr.Call(_, String function, List<Expr> arguments, _)
          when function.equalsIgnoreCase("format")
              && !arguments.isEmpty()
              && arguments.getFirst() instanceof Expr.StringLiteral format ->
          format(format, arguments.subList(1, arguments.size()));
      case Expr _ -> Optional.empty();
    };
  }

  private static Optional<StagedText> format(Expr.StringLiteral format, List<Expr> arguments) {
    List<Expr> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    Matcher hole = HOLE.matcher(format.value());
    int start = 0;
    while (hole.find()) {
      literal.append(format.value(), start, hole.start());
      start = hole.end();
      if (hole.group(1) == null) {
        literal.append(hole.group().charAt(0));
        continue;
      }
      int index = Integer.parseInt(hole.group(1));
      if (index >= arguments.size()) {
        return Optional.empty();
      }
      parts.add(new Expr.StringLiteral(literal.toString(), format.at()));
      literal.setLength(0);
      parts.add(arguments.get(index));
    }
    literal.append(format.value(), start, format.value().length());
    parts.add(new Expr.StringLiteral(literal.toString(), format.at()));
    return Optional.of(new StagedText(parts));
  }

  /// Whether the text is certainly one in brackets.
  boolean isExpression() {
    return parts.size() > 1
        && parts.getFirst() instanceof Expr.StringLiteral(String first, _)
        && parts.getLast() instanceof Expr.StringLiteral(String last, _)
        && Brackets.isBracketed(first + last);
  }

  /// The text with a mark in the place of each hole.
  ///
  /// @param parameter gives the name of the parameter that stands for a hole
  String text(Function<Expr, String> parameter) {
    StringBuilder text = new StringBuilder();
    for (Expr part : parts) {
      if (part instanceof Expr.StringLiteral(String literal, _)) {
        text.append(literal);
      } else {
        text.append(OPEN).append(parameter.apply(part)).append(CLOSE);
      }
    }
    return text.toString();
  }

  /// An expression read from such a text, with the marks in its texts made holes again.
  static Expr filled(Expr read) {
    return FILLING.rewrite(read);
  }

  private static final Rewriting FILLING =
      new Rewriting() {
        @Override
        protected Expr replace(Expr expr, Set<String> bound) {
          return expr instanceof Expr.StringLiteral literal && literal.value().indexOf(OPEN) >= 0
              ? holes(literal)
              : expr;
        }
      };

  private static Expr holes(Expr.StringLiteral literal) {
    List<Expr> parts = new ArrayList<>();
    Matcher mark = MARK.matcher(literal.value());
    int start = 0;
    while (mark.find()) {
      if (mark.start() > start) {
        String before = literal.value().substring(start, mark.start());
        parts.add(new Expr.StringLiteral(before, literal.at()));
      }
      parts.add(new Expr.ParameterRef(mark.group(1), literal.at()));
      start = mark.end();
    }
    if (start < literal.value().length()) {
      parts.add(new Expr.StringLiteral(literal.value().substring(start), literal.at()));
    }
    return parts.size() == 1 ? parts.getFirst() : new Expr.Interpolation(parts, literal.at());
  }
}
