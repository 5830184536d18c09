package dev.keylint.lower.arm;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.TypeNode;
import dev.keylint.lower.TypeShape;
import dev.keylint.lower.arm.ArmValues.Strings;
import dev.keylint.template.Expr;
import dev.keylint.text.Lazy;
import dev.keylint.text.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A definition of a compiled template as a type.
///
/// @param plain whether it says of nothing that it is a secret
record ArmTypeNode(
    JsonObject definition, Map<String, JsonValue> definitions, Lazy<Boolean> plain, Source source)
    implements TypeNode {
  private static final int MAX_HOPS = 20;

  /// The type that is written in a parameter or a definition.
  static ArmTypeNode of(JsonObject written, ArmDeclared declared, Source source) {
    Lazy<Boolean> plain = new Lazy<>(() -> !declared.secureTypes().get().has(written));
    return new ArmTypeNode(written, declared.definitions(), plain, source);
  }

  private ArmTypeNode inside(JsonObject part) {
    return new ArmTypeNode(part, definitions, plain, source);
  }

  @Override
  public TypeShape shape() {
    ArmTypes types = ArmTypes.of(definition, definitions);
    ArmValues values = new ArmValues(Strings.TEMPLATE, false, new ArmProblems(source));
    List<Expr> allowed =
        types.allowed().map(JsonArray::items).orElse(List.of()).stream()
            .map(values::value)
            .toList();
    return new TypeShape(types.type(), types.nullable(), types.secure(), types.doubtful(), allowed);
  }

  @Override
  public boolean isSecret() {
    return ArmTypes.of(definition, definitions).secure();
  }

  @Override
  public boolean mayBeSecret() {
    ArmTypes types = ArmTypes.of(definition, definitions);
    return types.secure() || types.doubtful();
  }

  @Override
  public boolean isPlain() {
    return plain.get();
  }

  @Override
  public Optional<TypeNode> part(Part part) {
    Optional<JsonObject> spelled = written();
    if (spelled.isEmpty()) {
      return Optional.of(new TypeNode.Open());
    }
    JsonObject written = spelled.orElseThrow();
    if (part instanceof Part.Property && !variants(written).isEmpty()) {
      return TypeNode.anyOf(variants(written)).part(part);
    }
    Optional<JsonValue> found =
        switch (part) {
          case Part.Property(var name) ->
              written.object("properties").flatMap(all -> all.value(name));
          case Part.Additional _ -> written.value("additionalProperties");
          case Part.Items _ -> written.value("items");
          case Part.Item(var index) ->
              written
                  .array("prefixItems")
                  .map(JsonArray::items)
                  .filter(items -> index >= 0 && index < items.size())
                  .map(items -> items.get(index));
        };
    return found.filter(JsonObject.class::isInstance).map(type -> inside((JsonObject) type));
  }

  @Override
  public Optional<TypeNode> variant(Map<String, String> texts) {
    return written()
        .flatMap(it -> it.object("discriminator"))
        .flatMap(it ->
            it.text("propertyName")
                .flatMap(name -> text(texts, name))
                .flatMap(text -> it.object("mapping").flatMap(all -> all.object(text))))
        .map(this::inside);
  }

  private static Optional<String> text(Map<String, String> texts, String name) {
    return texts.entrySet().stream()
        .filter(it -> it.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// The types that a member tells apart; none when it is no such choice.
  private List<TypeNode> variants(JsonObject written) {
    return written
        .object("discriminator")
        .flatMap(it -> it.object("mapping"))
        .map(JsonObject::members)
        .orElse(List.of())
        .stream()
        .map(JsonMember::value)
        .filter(JsonObject.class::isInstance)
        .<TypeNode>map(it -> inside((JsonObject) it))
        .toList();
  }

  /// The definition that spells the type out; empty when it is behind too many others.
  private Optional<JsonObject> written() {
    JsonObject at = definition;
    for (int hops = 0; hops <= MAX_HOPS; hops++) {
      Optional<JsonObject> next =
          at.text("$ref")
              .flatMap(ArmTypes::definition)
              .flatMap(name -> ArmDeclared.find(definitions, name))
              .filter(JsonObject.class::isInstance)
              .map(JsonObject.class::cast);
      if (next.isEmpty()) {
        return Optional.of(at);
      }
      at = next.orElseThrow();
    }
    return Optional.empty();
  }
}
