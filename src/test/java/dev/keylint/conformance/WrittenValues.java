package dev.keylint.conformance;

import dev.keylint.bicep.ArrayMember;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.bicep.Syntax;
import dev.keylint.conformance.Written.Group;
import dev.keylint.conformance.Written.Part;
import dev.keylint.conformance.Written.Row;
import dev.keylint.conformance.Written.Whole;
import dev.keylint.template.Expr;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the values of a Bicep file are written: those of the template form by the places that it
/// gives them, and those that have no place in it by the syntax tree.
final class WrittenValues {
  private final Source source;
  private final Map<String, Variable> inlined;

  /// @param inlined the variables, by their name in lower case, that the compiled template has not
  WrittenValues(Source source, Map<String, Variable> inlined) {
    this.source = source;
    this.inlined = inlined;
  }

  /// The line where something starts; what stands in another file counts for the line that asks for
  /// it.
  int line(Location at, int around) {
    return at instanceof Location.InFile(var file, var span) && file.equals(source)
        ? source.position(span.start()).line()
        : around;
  }

  int line(Syntax node) {
    return source.position(node.span().start()).line();
  }

  Written of(Expr expr, int around) {
    int line = line(expr.at(), around);
    return switch (expr) {
      case Expr.ObjectExpr(var members, _) -> new Group(line, parts(members, line));
      case Expr.ArrayExpr(var items, _) -> {
        List<Written> all = new ArrayList<>();
        for (Expr.Item item : items) {
          all.add(
              switch (item) {
                case Expr.Item.Element(var value) -> of(value, line);
                case Expr.Item.Spread(_, var at) -> new Whole(line(at, line));
              });
        }
        yield new Row(line, all);
      }
      case Expr.ForExpr(var loop, var body, _) ->
          new Group(line(loop.at(), line), List.of(Part.of("input", of(body, line))));
      case Expr.VariableRef(var name, _) ->
          Optional.ofNullable(inlined.get(name.toLowerCase(Locale.ROOT)))
              .map(variable -> of(variable.value(), line))
              .orElse(new Whole(line));
      case Expr _ -> new Whole(line);
    };
  }

  private List<Part> parts(List<Expr.Member> members, int around) {
    List<Part> parts = new ArrayList<>();
    for (Expr.Member member : members) {
      if (member instanceof Expr.Member.Entry(var key, var value, var at)) {
        int line = line(at, around);
        Optional<String> name =
            key instanceof Expr.StringLiteral(var text, _) ? Optional.of(text) : Optional.empty();
        parts.add(new Part(name, line, of(value, line)));
      }
    }
    return parts;
  }

  Written of(Expression expression) {
    int line = line(expression);
    return switch (expression) {
      case Expression.ObjectSyntax(var members, _) -> new Group(line, syntaxParts(members));
      case Expression.ArraySyntax(var members, _) -> {
        List<Written> items = new ArrayList<>();
        for (ArrayMember member : members) {
          items.add(
              member instanceof ArrayMember.Item item ? of(item.value()) : new Whole(line(member)));
        }
        yield new Row(line, items);
      }
      case Expression _ -> new Whole(line);
    };
  }

  /// The properties in an object's braces.
  List<Part> syntaxParts(List<ObjectMember> members) {
    return members.stream()
        .filter(ObjectMember.Property.class::isInstance)
        .map(ObjectMember.Property.class::cast)
        .map(it -> new Part(it.name(), line(it), of(it.value())))
        .toList();
  }
}
