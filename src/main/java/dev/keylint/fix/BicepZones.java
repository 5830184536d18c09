package dev.keylint.fix;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.bicep.Syntax;
import dev.keylint.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Adds DNS zones that a Bicep file declares to the zone group of a private endpoint.
record BicepZones(BicepDeclarations declarations, BicepTree tree, String text) {
  static final String ZONES = "microsoft.network/privatednszones";

  Attempt of(Span list, List<String> names) {
    Optional<Expression.ArraySyntax> array =
        tree.at(list)
            .flatMap(it -> BicepTree.written(it.syntax()))
            .filter(Expression.ArraySyntax.class::isInstance)
            .map(Expression.ArraySyntax.class::cast);
    if (array.isEmpty()) {
      return Attempt.refused("the configurations are computed");
    }
    if (array.orElseThrow().members().isEmpty()) {
      return Attempt.refused("it has no configurations yet");
    }
    Layout layout = Layout.of(text);
    Span last = array.orElseThrow().members().getLast().span();
    boolean own = layout.isFirst(last.start());
    String indent = layout.indent(last.start());
    StringBuilder items = new StringBuilder();
    for (String name : names) {
      switch (zone(name)) {
        case Coded.Refused(String why) -> {
          return Attempt.refused(why);
        }
        case Coded.Code(String code) ->
            items
                .append(own ? layout.lineEnd() + indent : ", ")
                .append(item(name, code, own ? Optional.of(indent) : Optional.empty()));
      }
    }
    return Attempt.of(
        Splice.insert(own ? layout.lineEnd(last.end()) : last.end(), items.toString()));
  }

  private Coded zone(String name) {
    return tree.nodes().stream()
        .filter(it -> it.around().isEmpty() && isZone(it.syntax(), name))
        .findFirst()
        .map(it -> (Declaration.Resource) it.syntax())
        .map(it -> declarations.code(it.name().span().to(it.type().span()), "id", true))
        .orElseGet(() -> new Coded.Refused(missing(name)));
  }

  static String missing(String name) {
    return "the zone `" + name + "` is not declared in this file";
  }

  private static boolean isZone(Syntax syntax, String name) {
    return syntax instanceof Declaration.Resource it
        && it.type() instanceof Expression.StringSyntax type
        && type.text().filter(t -> t.toLowerCase(Locale.ROOT).startsWith(ZONES + "@")).isPresent()
        && it.value() instanceof Expression.ObjectSyntax body
        && body.members().stream()
            .anyMatch(member ->
                member instanceof ObjectMember.Property property
                    && property.name().filter("name"::equalsIgnoreCase).isPresent()
                    && property.value() instanceof Expression.StringSyntax text
                    && text.text().filter(name::equalsIgnoreCase).isPresent());
  }

  private String item(String name, String code, Optional<String> indent) {
    Layout layout = Layout.of(text);
    String label = Written.BICEP.text(name.replace('.', '-'));
    if (indent.isEmpty()) {
      return "{ name: " + label + ", properties: { privateDnsZoneId: " + code + " } }";
    }
    String start = layout.lineEnd() + indent.orElseThrow();
    String unit = layout.unit();
    return "{"
        + start
        + unit
        + "name: "
        + label
        + start
        + unit
        + "properties: {"
        + start
        + unit.repeat(2)
        + "privateDnsZoneId: "
        + code
        + start
        + unit
        + "}"
        + start
        + "}";
  }
}
