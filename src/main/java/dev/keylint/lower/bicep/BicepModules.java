package dev.keylint.lower.bicep;

import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.bicep.Spread;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lowers modules to deployments.
final class BicepModules {
  /// The version that compilers since 0.38 give nested deployments.
  private static final String API_VERSION = "2025-04-01";

  private final BicepUnit unit;
  private final BicepExpressions expressions;

  BicepModules(BicepUnit unit, BicepExpressions expressions) {
    this.unit = unit;
    this.expressions = expressions;
  }

  Declaration lower(Symbol.Module module, BicepScope scope) {
    BicepBody body = BicepBody.of(module.syntax().value(), module.symbol(), scope, expressions);
    BicepScope inside = body.scope();
    return new Declaration.Deployment(
        module.symbol(),
        API_VERSION,
        body.property("name").map(name -> expressions.lower(name, inside)),
        body.property("scope").map(target -> expressions.lower(target, inside)),
        body.condition(),
        body.loop(),
        body.dependsOn(inside, expressions),
        body.property("params").map(params -> arguments(params, inside)).orElse(List.of()),
        content(module.syntax().path()),
        unit.header(module.syntax().name(), module.syntax().path()));
  }

  private Content content(Expression path) {
    Location at = unit.at(path);
    if (path instanceof Expression.StringSyntax string) {
      Optional<String> text = string.text();
      if (text.isPresent()) {
        return unit.linker()
            .module(text.orElseThrow(), at, unit::report)
            .<Content>map(Content.Inner::new)
            .orElseGet(() -> new Content.Missing(text.orElseThrow()));
      }
      unit.wrong("the path of a module is a literal text", "module", path);
    }
    return new Content.Missing("");
  }

  private List<Argument> arguments(Expression params, BicepScope scope) {
    if (!(params instanceof Expression.ObjectSyntax(var members, _))) {
      unit.unsupported("computed parameters of a module", "params", params);
      return List.of();
    }
    List<Argument> arguments = new ArrayList<>();
    for (ObjectMember member : members) {
      if (member instanceof ObjectMember.Property property && property.name().isPresent()) {
        String name = property.name().orElseThrow();
        Expr value = expressions.value(property.value(), name, scope);
        arguments.add(new Argument(name, value, unit.at(property)));
      } else if (member instanceof ObjectMember.Property || member instanceof Spread) {
        unit.unsupported("computed parameters of a module", "params", params);
      }
    }
    return arguments;
  }
}
