package dev.keylint.fix;

import dev.keylint.bicep.ArrayMember;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.Syntax;
import dev.keylint.text.Span;
import java.util.List;
import java.util.Optional;

/// Adds DNS zones that a Bicep file declares to the zone group of a private endpoint.
record BicepZones(BicepDeclarations declarations, BicepTree tree, String text) {
  Attempt of(Span list, List<String> names) {
    return tree.at(list)
        .flatMap(it -> BicepTree.written(it.syntax()))
        .filter(Expression.ArraySyntax.class::isInstance)
        .map(it -> new ZoneItems(members((Expression.ArraySyntax) it), this::zone).add(names))
        .orElseGet(() -> Attempt.refused(ZoneItems.COMPUTED));
  }

  private Members members(Expression.ArraySyntax array) {
    List<Span> spans = array.members().stream().map(ArrayMember::span).toList();
    return new Members(text, Written.BICEP, array.span(), spans, false, Optional.empty());
  }

  private Coded zone(String name) {
    return tree.nodes().stream()
        .filter(it -> it.around().isEmpty() && isZone(it.syntax(), name))
        .findFirst()
        .map(it -> (Declaration.Resource) it.syntax())
        .map(it -> declarations.code(it.name().span().to(it.type().span()), "id", true))
        .orElseGet(() -> ZoneItems.missing(name));
  }

  private static boolean isZone(Syntax syntax, String name) {
    return syntax instanceof Declaration.Resource it
        && BicepTree.isOfType(it, ZoneItems.TYPE)
        && BicepTree.property(it.value(), "name")
            .filter(property ->
                property.value() instanceof Expression.StringSyntax text
                    && text.text().filter(name::equalsIgnoreCase).isPresent())
            .isPresent();
  }
}
