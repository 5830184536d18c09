package dev.keylint.eval;

import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets of arguments that bring an expansion through different branches of a template.
enum Arguments {
  /// None: defaults count, and what has none is unknown.
  NONE("no arguments"),
  /// All are unknown, so that every branch is expanded.
  OPEN("all arguments unknown"),
  /// Booleans are true, texts their first allowed value, all others unknown.
  TRUE("true, and the first allowed"),
  /// Booleans are false, texts their last allowed value, what may be null is null.
  FALSE("false, null, and the last allowed");

  private final String what;

  Arguments(String what) {
    this.what = what;
  }

  String what() {
    return what;
  }

  private static final Location NOWHERE = new Location.WholeFile("arguments");

  Optional<ParameterFile> of(Template template) {
    if (this == NONE) {
      return Optional.empty();
    }
    List<Declaration.Argument> arguments = new ArrayList<>();
    for (Parameter parameter : template.parameters()) {
      arguments.add(new Declaration.Argument(parameter.name(), value(parameter), NOWHERE));
    }
    return Optional.of(
        new ParameterFile(
            Source.of("arguments", ""),
            Optional.empty(),
            List.of(),
            List.of(),
            arguments,
            Optional.empty(),
            List.of()));
  }

  private Expr value(Parameter parameter) {
    boolean choice = !parameter.allowed().isEmpty();
    return switch (this) {
      case NONE, OPEN -> open(parameter);
      case TRUE ->
          parameter.type() == Parameter.Type.BOOL
              ? new Expr.BoolLiteral(true, NOWHERE)
              : choice ? parameter.allowed().getFirst() : open(parameter);
      case FALSE ->
          parameter.type() == Parameter.Type.BOOL
              ? new Expr.BoolLiteral(false, NOWHERE)
              : parameter.nullable()
                  ? new Expr.NullLiteral(NOWHERE)
                  : choice ? parameter.allowed().getLast() : open(parameter);
    };
  }

  private static Expr open(Parameter parameter) {
    Expr name = new Expr.StringLiteral(parameter.name(), NOWHERE);
    return new Expr.Call(Optional.empty(), "externalInput", List.of(name), NOWHERE);
  }
}
