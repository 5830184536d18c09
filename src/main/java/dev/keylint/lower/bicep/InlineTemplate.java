package dev.keylint.lower.bicep;

import dev.keylint.lower.Brackets;
import dev.keylint.lower.ObjectMembers;
import dev.keylint.lower.Rewriting;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Output;
import dev.keylint.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An ARM template written as an object in a Bicep file.
///
/// Its expressions are Bicep's and belong to the file around it; ARM's own in brackets would be
/// evaluated by the nested deployment and are not supported.
final class InlineTemplate {
  private static final Set<String> ENVELOPE =
      Set.of("type", "apiversion", "name", "scope", "condition", "dependson", "comments");
  private static final Set<String> UNKNOWN = Set.of("copy", "resources");

  private final List<Declaration> resources = new ArrayList<>();

  private InlineTemplate() {}

  /// The template; empty when it holds what is not supported.
  static Optional<Template> of(Expr.ObjectExpr written, BicepUnit unit) {
    InlineTemplate lowering = new InlineTemplate();
    boolean understood =
        !hasArmExpressions(written)
            && ObjectMembers.find(written, "resources").map(lowering::resources).orElse(true);
    return understood
        ? Optional.of(
            new Template(
                unit.file().source(),
                Template.TargetScope.RESOURCE_GROUP,
                false,
                List.of(),
                List.of(),
                List.of(),
                lowering.resources,
                outputs(written),
                List.of(),
                written.at()))
        : Optional.empty();
  }

  private static boolean hasArmExpressions(Expr.ObjectExpr written) {
    boolean[] found = new boolean[1];
    new Rewriting() {
      @Override
      protected Expr replace(Expr expr, Set<String> bound) {
        found[0] |= expr instanceof Expr.StringLiteral(var text, _) && Brackets.isBracketed(text);
        return expr;
      }
    }.rewrite(written);
    return found[0];
  }

  private boolean resources(Expr written) {
    if (!(written instanceof Expr.ArrayExpr(var items, _))) {
      return false;
    }
    for (Expr.Item item : items) {
      if (!(item instanceof Expr.Item.Element(Expr.ObjectExpr resource)) || !resource(resource)) {
        return false;
      }
    }
    return true;
  }

  private boolean resource(Expr.ObjectExpr written) {
    Optional<String> type = text(written, "type");
    Optional<String> version = text(written, "apiVersion");
    Optional<Expr> name = ObjectMembers.find(written, "name");
    boolean known = UNKNOWN.stream().noneMatch(key -> ObjectMembers.find(written, key).isPresent());
    if (type.isEmpty() || version.isEmpty() || name.isEmpty() || !known) {
      return false;
    }
    resources.add(
        new Declaration.Resource(
            "#" + resources.size(),
            type.orElseThrow(),
            version.orElseThrow(),
            name.orElseThrow(),
            Optional.empty(),
            ObjectMembers.find(written, "scope"),
            ObjectMembers.find(written, "condition"),
            Optional.empty(),
            ObjectMembers.find(written, "dependsOn").map(ObjectMembers::items).orElse(List.of()),
            body(written),
            false,
            Optional.empty(),
            written.at()));
    return true;
  }

  private static Expr body(Expr.ObjectExpr written) {
    List<Expr.Member> members =
        written.members().stream().filter(member -> !isEnvelope(member)).toList();
    return new Expr.ObjectExpr(members, written.at());
  }

  private static boolean isEnvelope(Expr.Member member) {
    return member instanceof Expr.Member.Entry(Expr.StringLiteral(var key, _), _, _)
        && ENVELOPE.contains(key.toLowerCase(Locale.ROOT));
  }

  private static List<Output> outputs(Expr.ObjectExpr written) {
    List<Output> outputs = new ArrayList<>();
    if (ObjectMembers.find(written, "outputs").orElse(new Expr.NullLiteral(written.at()))
        instanceof Expr.ObjectExpr(var members, _)) {
      for (Expr.Member member : members) {
        if (member
            instanceof
            Expr.Member.Entry(Expr.StringLiteral(var name, _), Expr.ObjectExpr output, var at)) {
          ObjectMembers.find(output, "value")
              .ifPresent(
                  value -> outputs.add(new Output(name, value, Optional.empty(), false, at)));
        }
      }
    }
    return outputs;
  }

  private static Optional<String> text(Expr.ObjectExpr written, String key) {
    return ObjectMembers.find(written, key)
        .filter(Expr.StringLiteral.class::isInstance)
        .map(value -> ((Expr.StringLiteral) value).value());
  }
}
