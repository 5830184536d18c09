package dev.keylint.compile;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.keylint.check.FieldType;
import dev.keylint.check.Shape;
import dev.keylint.check.Shapes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The structs of the rule language as cel-java wants to know them: in collections of Guava, which
/// its interfaces ask for.
final class CelTypes implements CelTypeProvider {
  static final String VARIABLES = "variables";
  static final String PARAMS = "params";

  private final ImmutableMap<String, CelType> types;

  /// The shapes of the access graph, a struct of the variables declared so far, and one of the
  /// rule's parameters.
  CelTypes(Map<String, CelType> variables, Map<String, CelType> params) {
    Map<String, CelType> types = new LinkedHashMap<>();
    for (Shape<?> shape : Shapes.all()) {
      Map<String, CelType> fields = new HashMap<>();
      shape.fields().forEach(field -> fields.put(field.name(), celType(field.type())));
      types.put(shape.name(), struct(shape.name(), fields));
    }
    types.put(VARIABLES, struct(VARIABLES, variables));
    types.put(PARAMS, struct(PARAMS, params));
    this.types = ImmutableMap.copyOf(types);
  }

  private static StructType struct(String name, Map<String, CelType> fields) {
    ImmutableMap<String, CelType> copy = ImmutableMap.copyOf(fields);
    return StructType.create(name, copy.keySet(), field -> Optional.ofNullable(copy.get(field)));
  }

  static CelType reference(String struct) {
    return StructTypeReference.create(struct);
  }

  static CelType celType(FieldType type) {
    return switch (type) {
      case FieldType.Plain(String name) ->
          switch (name) {
            case "bool" -> SimpleType.BOOL;
            case "int" -> SimpleType.INT;
            case "string" -> SimpleType.STRING;
            case "dyn" -> SimpleType.DYN;
            default -> throw new IllegalStateException("no type " + name);
          };
      case FieldType.ListOf(FieldType items) -> ListType.create(celType(items));
      case FieldType.Of(String shape) -> reference(shape);
    };
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return types.values();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(types.get(name));
  }
}
