package dev.keylint.eval;

import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Tells expressions that hold no key by the way they are written: most outputs are ids and names,
/// which nobody has to evaluate in search of keys.
///
/// @param index of the template that the expression stands in
/// @param indexes of all templates
record KeyExprs(TemplateIndex index, Function<Template, TemplateIndex> indexes) {
  /// What Azure takes from no function that asks a resource (such as `listKeys`).
  private static final Set<String> NO_KEYS =
      Set.of("id", "name", "type", "apiversion", "location", "identity");

  /// Whether the value may hold a key.
  boolean mayHold(Expr expr) {
    return switch (expr) {
      case Expr.NullLiteral _,
          Expr.BoolLiteral _,
          Expr.IntLiteral _,
          Expr.DecimalLiteral _,
          Expr.StringLiteral _,
          Expr.LoopIndex _ ->
          false;
      case Expr.Interpolation(var parts, _) -> any(parts);
      case Expr.Conditional(_, Expr then, Expr otherwise, _) -> mayHold(then) || mayHold(otherwise);
      case Expr.ForExpr(_, Expr body, _) -> mayHold(body);
      case Expr.ObjectExpr(var members, _) -> {
        for (Expr.Member member : members) {
          if (!(member instanceof Expr.Member.Entry(_, Expr value, _)) || mayHold(value)) {
            yield true;
          }
        }
        yield false;
      }
      case Expr.Access(Expr.ResourceRef _, Expr.StringLiteral(String member, _), _, _, _) ->
          !NO_KEYS.contains(member.toLowerCase(Locale.ROOT));
      case Expr.Access(Expr.Call call, Expr.StringLiteral(String member, _), _, _, _)
          when isFullReference(call) ->
          !NO_KEYS.contains(member.toLowerCase(Locale.ROOT));
      case Expr.Access(
              Expr.Access(
                  Expr.ResourceRef(String module, _, _),
                  Expr.StringLiteral(String outputs, _),
                  _,
                  _,
                  _),
              Expr.StringLiteral(String output, _),
              _,
              _,
              _)
          when outputs.equals("outputs") ->
          mayGive(module, output);
      case Expr.Access(Expr base, _, _, _, _) -> mayHold(base);
      // `resourceGroup()`, `resourceId(..)`; what a template defines itself may call anything.
      case Expr.Call(var namespace, var function, var arguments, _) ->
          namespace.isPresent()
              || !(arguments.isEmpty() || function.toLowerCase(Locale.ROOT).endsWith("resourceid"));
      case Expr _ -> true;
    };
  }

  /// `reference(id, version, 'full')`: all of a resource, and not only its properties.
  private static boolean isFullReference(Expr.Call call) {
    return call.function().equalsIgnoreCase("reference")
        && call.arguments().size() == 3
        && call.arguments().getLast() instanceof Expr.StringLiteral(var full, _)
        && full.equalsIgnoreCase("full");
  }

  private boolean any(List<Expr> all) {
    for (Expr each : all) {
      if (mayHold(each)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayGive(String module, String output) {
    Optional<Declaration> declared = index.declaration(module);
    if (declared.isEmpty() || !(declared.orElseThrow() instanceof Declaration.Deployment call)) {
      return true;
    }
    return switch (call.content()) {
      case Content.Inner(var callee) -> mayGive(callee, output);
      case Content.Published(_, var callee) -> mayGive(callee, output);
      case Content.Outer _, Content.StandIn _, Content.Missing _, Content.Unread _ -> true;
    };
  }

  private boolean mayGive(Template callee, String output) {
    TemplateIndex inside = indexes.apply(callee);
    return inside
        .output(output)
        .map(it -> new KeyExprs(inside, indexes).mayHold(it.value()))
        .orElse(true);
  }
}
