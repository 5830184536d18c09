package dev.keylint.conformance;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Decorator;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectTypeMember;
import dev.keylint.bicep.TupleTypeMember;
import dev.keylint.bicep.TypeExpression;
import dev.keylint.conformance.Written.Group;
import dev.keylint.conformance.Written.Part;
import dev.keylint.conformance.Written.Row;
import dev.keylint.conformance.Written.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where types and decorators are written, which the template form does not keep.
final class WrittenTypes {
  private final WrittenValues values;
  private final Map<String, Declaration.Type> declared;

  /// @param declared the types of the file by their name
  WrittenTypes(WrittenValues values, Map<String, Declaration.Type> declared) {
    this.values = values;
    this.declared = declared;
  }

  /// What a decorated type is compiled to.
  Group of(TypeExpression type, List<Decorator> decorators, int line, Part... more) {
    List<Part> parts = new ArrayList<>(List.of(more));
    parts.addAll(decorated(decorators, line));
    Optional<String> discriminator = discriminator(decorators);
    if (discriminator.isPresent()) {
      parts.add(Part.of("discriminator", mapping(type, discriminator.orElseThrow(), line)));
    }
    parts.addAll(schema(type));
    return new Group(line, parts);
  }

  private List<Part> schema(TypeExpression type) {
    return switch (type) {
      case TypeExpression.ObjectType object -> object(object);
      case TypeExpression.TupleType(var members, _) ->
          List.of(
              Part.of(
                  "prefixItems",
                  new Row(values.line(type), members.stream().map(this::item).toList())));
      case TypeExpression.ArrayType(var item, _) ->
          List.of(Part.of("items", new Group(values.line(type), schema(item))));
      case TypeExpression.NullableType(var base, _) -> schema(base);
      case TypeExpression.NonNullableType(var base, _) -> schema(base);
      case TypeExpression.ParenthesizedType(var inner, _) -> schema(inner);
      case TypeExpression _ -> List.of();
    };
  }

  private List<Part> object(TypeExpression.ObjectType object) {
    List<Part> properties = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (ObjectTypeMember member : object.members()) {
      if (member instanceof ObjectTypeMember.Property(var decorators, var key, var type, _)) {
        Group schema = of(type, decorators, values.line(key));
        properties.add(new Part(key.literal(), schema.line(), schema));
      }
      if (member instanceof ObjectTypeMember.AdditionalProperties(var decorators, var type, _)) {
        // The star has no node of its own; it stands on the line of the type.
        Group schema = of(type, decorators, values.line(type));
        parts.add(Part.of("additionalProperties", schema));
      }
    }
    parts.add(Part.of("properties", new Group(values.line(object), properties)));
    return parts;
  }

  private Written item(TupleTypeMember member) {
    return member instanceof TupleTypeMember.Item(var decorators, var type, _)
        ? of(type, decorators, values.line(type))
        : new Whole(values.line(member));
  }

  /// The cases of a union, each by the value of its discriminator; those of a union that is named
  /// stand where it is declared.
  private Group mapping(TypeExpression type, String discriminator, int line) {
    List<Part> cases = cases(type, discriminator).toList();
    return Group.of(line, List.of(), Part.of("mapping", new Group(line, cases)));
  }

  private Stream<Part> cases(TypeExpression type, String discriminator) {
    return switch (type) {
      case TypeExpression.UnionType(var members, _) ->
          members.stream().flatMap(member -> cases(member, discriminator));
      case TypeExpression.NullableType(var base, _) -> cases(base, discriminator);
      case TypeExpression.NonNullableType(var base, _) -> cases(base, discriminator);
      case TypeExpression.ParenthesizedType(var inner, _) -> cases(inner, discriminator);
      case TypeExpression.TypeVariable(var name, _) ->
          Optional.ofNullable(declared.get(name.name())).stream()
              .filter(found -> discriminator(found.decorators()).isPresent())
              .flatMap(found -> cases(found.value(), discriminator));
      case TypeExpression.ObjectType object ->
          object.members().stream()
              .flatMap(member -> caseName(member, discriminator))
              .map(name -> Part.of(name, new Group(values.line(object), schema(object))));
      case TypeExpression _ -> Stream.empty();
    };
  }

  private static Stream<String> caseName(ObjectTypeMember member, String discriminator) {
    return member instanceof ObjectTypeMember.Property(_, var key, var type, _)
            && key.literal().filter(discriminator::equals).isPresent()
            && type instanceof TypeExpression.StringType(var value, _)
        ? value.text().stream()
        : Stream.empty();
  }

  private static Optional<String> discriminator(List<Decorator> decorators) {
    return decorators.stream()
        .filter(it -> it.name().filter("discriminator"::equals).isPresent())
        .flatMap(it -> it.arguments().stream())
        .filter(Expression.StringSyntax.class::isInstance)
        .flatMap(it -> ((Expression.StringSyntax) it).text().stream())
        .findFirst();
  }

  /// What decorators are compiled to, each on its own line.
  List<Part> decorated(List<Decorator> decorators, int around) {
    List<Part> parts = new ArrayList<>();
    List<Part> metadata = new ArrayList<>();
    int line = around;
    for (Decorator decorator : decorators) {
      int own = values.line(decorator);
      switch (decorator.name().orElse("")) {
        case "description" -> metadata.addFirst(Part.of("description", own));
        case "metadata" -> {
          if (values.of(decorator.arguments().getFirst()) instanceof Group(_, var members)) {
            metadata.addAll(members);
          }
          line = own;
        }
        case "secure" -> parts.add(Part.of("type", own));
        case "sealed" -> parts.add(Part.of("additionalProperties", own));
        case "allowed" ->
            parts.add(Part.of("allowedValues", values.of(decorator.arguments().getFirst())));
        case "discriminator" -> {}
        case String name -> parts.add(Part.of(name, own));
      }
    }
    parts.add(Part.of("metadata", new Group(line, metadata)));
    return parts;
  }
}
