package dev.keylint.lower.bicep;

import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.bicep.Skipped;
import dev.keylint.bicep.Spread;
import dev.keylint.lower.ReadArguments;
import dev.keylint.module.ModuleResolver;
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
    Content content = content(module.syntax().path());
    return new Declaration.Deployment(
        module.symbol(),
        API_VERSION,
        body.property("name").map(name -> expressions.lower(name, inside)).or(body::unread),
        body.property("scope").map(target -> expressions.lower(target, inside)),
        body.condition(),
        body.loop().map(loop -> loop.inBatches(Batches.of(module.syntax().decorators()))),
        body.dependsOn(inside, expressions),
        body.property("params")
            .map(params -> arguments(params, inside))
            .orElseGet(() -> new ReadArguments(List.of(), body.unread()))
            .of(content),
        content,
        unit.header(module.syntax().name(), module.syntax().path()));
  }

  private Content content(Expression path) {
    Location at = unit.at(path);
    if (path instanceof Expression.StringSyntax string) {
      Optional<String> text = string.text();
      if (text.isPresent()) {
        String reference = text.orElseThrow();
        return unit.linker()
            .module(reference, at, unit::report)
            .<Content>map(it ->
                ModuleResolver.isLocal(reference)
                    ? new Content.Inner(it)
                    : new Content.Published(reference, it))
            .orElseGet(() -> new Content.Missing(reference));
      }
      unit.wrong("the path of a module is a literal text", "module", path);
    }
    return new Content.Unread("a module without a path");
  }

  private ReadArguments arguments(Expression params, BicepScope scope) {
    if (params instanceof Skipped skipped) {
      return new ReadArguments(List.of(), Optional.of(unit.unread(skipped)));
    }
    if (!(params instanceof Expression.ObjectSyntax(var members, _))) {
      return new ReadArguments(List.of(), Optional.of(computed(params)));
    }
    List<Argument> arguments = new ArrayList<>();
    Optional<Expr> unread = Optional.empty();
    for (ObjectMember member : members) {
      if (member instanceof ObjectMember.Property property && property.name().isPresent()) {
        String name = property.name().orElseThrow();
        Expr value = expressions.value(property.value(), name, scope);
        arguments.add(new Argument(name, value, unit.at(property)));
        unread = property.isRead() ? unread : Optional.of(unit.unread(member));
      } else if (member instanceof Spread
          || (member instanceof ObjectMember.Property property && property.isRead())) {
        unread = Optional.of(computed(params));
      } else {
        unread = Optional.of(unit.unread(member));
      }
    }
    return new ReadArguments(RepeatedKeys.joinedArguments(arguments, unit), unread);
  }

  private Expr computed(Expression params) {
    return unit.unsupported(
        "computed parameters of a module are not supported", "computed parameters", params);
  }
}
