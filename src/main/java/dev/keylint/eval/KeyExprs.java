package dev.keylint.eval;

import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.template.Output;
import dev.keylint.template.Template;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Tells expressions that hold no key by the way they are written: most outputs are ids and names,
/// which nobody has to evaluate in search of keys. Each output is looked at once.
final class KeyExprs {
  /// Members for which Azure takes no function that asks a resource, such as `listKeys`: it refuses
  /// a template with one there.
  private static final Set<String> NO_KEYS =
      Set.of("id", "name", "type", "apiversion", "location", "identity");

  private final Function<Template, TemplateIndex> indexes;
  private final IdentityHashMap<Output, Boolean> seen = new IdentityHashMap<>();

  /// @param indexes of the templates
  KeyExprs(Function<Template, TemplateIndex> indexes) {
    this.indexes = indexes;
  }

  /// Whether the value of an output may hold a key.
  ///
  /// @param index of its template
  boolean mayHold(Output output, TemplateIndex index) {
    Boolean known = seen.get(output);
    if (known != null) {
      return known;
    }
    boolean may = mayHold(output.value(), index);
    seen.put(output, may);
    return may;
  }

  private boolean mayHold(Expr expr, TemplateIndex index) {
    return switch (expr) {
      case Expr.NullLiteral _,
          Expr.BoolLiteral _,
          Expr.IntLiteral _,
          Expr.DecimalLiteral _,
          Expr.StringLiteral _,
          Expr.LoopIndex _ ->
          false;
      case Expr.Interpolation(var parts, _) -> any(parts, index);
      case Expr.Conditional(_, Expr then, Expr otherwise, _) ->
          mayHold(then, index) || mayHold(otherwise, index);
      case Expr.ForExpr(_, Expr body, _) -> mayHold(body, index);
      case Expr.ObjectExpr(var members, _) -> anyMember(members, index);
      case Expr.Access access -> mayHold(access, index);
      // `resourceGroup()`, `resourceId(..)`; what a template defines itself may call anything.
      case Expr.Call(var namespace, var function, var arguments, _) ->
          namespace.isPresent() || (isId(function) ? any(arguments, index) : !arguments.isEmpty());
      case Expr _ -> true;
    };
  }

  private boolean mayHold(Expr.Access access, TemplateIndex index) {
    return switch (access) {
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
          mayGive(module, output, index);
      case Expr.Access(Expr base, _, _, _, _) -> mayHold(base, index);
    };
  }

  private static boolean isId(String function) {
    String lower = function.toLowerCase(Locale.ROOT);
    return lower.endsWith("resourceid") && !lower.startsWith("list");
  }

  /// `reference(id, version, 'full')`: all of a resource, and not only its properties.
  private static boolean isFullReference(Expr.Call call) {
    return call.function().equalsIgnoreCase("reference")
        && call.arguments().size() == 3
        && call.arguments().getLast() instanceof Expr.StringLiteral(var full, _)
        && full.equalsIgnoreCase("full");
  }

  private boolean any(List<Expr> all, TemplateIndex index) {
    for (Expr each : all) {
      if (mayHold(each, index)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyMember(List<Expr.Member> members, TemplateIndex index) {
    for (Expr.Member member : members) {
      if (!(member instanceof Expr.Member.Entry(Expr key, Expr value, _))
          || mayHold(key, index)
          || mayHold(value, index)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayGive(String module, String output, TemplateIndex index) {
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
    return inside.output(output).map(it -> mayHold(it, inside)).orElse(true);
  }
}
