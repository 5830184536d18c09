package dev.keylint.lower.bicep;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Decorator;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.Identifier;
import dev.keylint.bicep.TypeExpression;
import dev.keylint.bicep.UnaryOperator;
import dev.keylint.lower.TypeNode;
import dev.keylint.lower.TypeNode.Part;
import dev.keylint.lower.TypeShape;
import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Lazy;
import dev.keylint.text.Location;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// The types of one Bicep file; other files may ask for those it exports, from any thread.
final class BicepTypes {
  /// A type that needs more hops than this refers to itself.
  private static final int MAX_HOPS = 50;

  /// More choices than this are as good as any value.
  private static final int MAX_ALLOWED = 500;

  private final BicepUnit unit;
  private final IdentityHashMap<TypeExpression, TypeShape> shapes = new IdentityHashMap<>();

  /// Whether none of the types of this file, and of those it imports, holds a secret.
  private final Lazy<Boolean> plain;

  private @Nullable BicepScope scope;
  private int hops;

  /// @param imported what the file imports
  BicepTypes(BicepUnit unit, Collection<Symbol> imported) {
    this.unit = unit;
    List<Declaration> declarations = unit.file().declarations();
    this.plain = new Lazy<>(() -> SecureTypes.arePlain(declarations, imported));
  }

  /// The names that types may use; set once, before the first question.
  synchronized void open(BicepScope names) {
    this.scope = names;
  }

  /// A type of this file; decorators of its declaration may make it secure.
  TypeNode node(TypeExpression type, List<Decorator> decorators) {
    return new BicepType(this, type, isSecure(decorators));
  }

  static boolean isSecure(List<Decorator> decorators) {
    return decorators.stream()
        .anyMatch(decorator -> decorator.name().filter("secure"::equals).isPresent());
  }

  private record BicepType(BicepTypes types, TypeExpression type, boolean secure)
      implements TypeNode {
    @Override
    public TypeShape shape() {
      TypeShape shape = types.shape(type);
      return secure ? shape.secure(true) : shape;
    }

    @Override
    public boolean isSecret() {
      return secure || types.shape(type).secure();
    }

    @Override
    public boolean mayBeSecret() {
      return isSecret() || types.shape(type).doubtful();
    }

    @Override
    public boolean isPlain() {
      return !secure && types.plain.get();
    }

    @Override
    public Optional<TypeNode> part(Part part) {
      return types.part(type, part);
    }

    @Override
    public Optional<TypeNode> variant(Map<String, String> texts) {
      return types.variant(type, texts);
    }
  }

  /// What a value of a type is like; types that refer to themselves without end may be anything.
  synchronized TypeShape shape(TypeExpression type) {
    @Nullable TypeShape known = shapes.get(type);
    if (known != null) {
      return known;
    }
    if (hops >= MAX_HOPS) {
      return TypeShape.ANY.doubtful(true);
    }
    hops++;
    TypeShape shape = compute(type);
    hops--;
    shapes.put(type, shape);
    return shape;
  }

  private TypeShape compute(TypeExpression type) {
    Location at = unit.at(type);
    return switch (type) {
      case TypeExpression.TypeVariable(var name, _) ->
          declared(type).map(TypeNode::shape).orElseGet(() -> builtIn(name));
      case TypeExpression.TypePropertyAccess(TypeExpression.TypeVariable(var base, _), var name, _)
          when base.name().equals("sys") && named(base.name()).isEmpty() ->
          builtIn(name);
      case TypeExpression.StringType(var value, _) -> text(value, at);
      case TypeExpression.IntegerType(var value, _) ->
          literal(Parameter.Type.INT, new Expr.IntLiteral(value, at));
      case TypeExpression.BooleanType(var value, _) ->
          literal(Parameter.Type.BOOL, new Expr.BoolLiteral(value, at));
      case TypeExpression.UnaryTypeOperation(var operator, var operand, _) ->
          operator == UnaryOperator.MINUS
                  && operand instanceof TypeExpression.IntegerType(var value, _)
              ? literal(Parameter.Type.INT, new Expr.IntLiteral(-value, at))
              : shape(operand);
      case TypeExpression.NullType _ -> TypeShape.ANY.nullable(true);
      case TypeExpression.ObjectType _ -> TypeShape.of(Parameter.Type.OBJECT);
      case TypeExpression.TupleType _, TypeExpression.ArrayType _ ->
          TypeShape.of(Parameter.Type.ARRAY);
      case TypeExpression.UnionType(var members, _) -> union(members);
      case TypeExpression.NullableType(var base, _) -> shape(base).nullable(true);
      case TypeExpression.NonNullableType(var base, _) -> shape(base).nullable(false);
      case TypeExpression.ParenthesizedType(var inner, _) -> shape(inner);
      case TypeExpression.ResourceType _ -> resource(at);
      case TypeExpression.TypePropertyAccess _,
          TypeExpression.TypeAdditionalPropertiesAccess _,
          TypeExpression.TypeArrayAccess _,
          TypeExpression.TypeItemsAccess _ ->
          declared(type).map(TypeNode::shape).orElse(TypeShape.ANY);
      // Types of resource properties stand in Microsoft's type library, which keylint does not
      // have.
      case TypeExpression.ParameterizedType _, TypeExpression.InstanceParameterizedType _ ->
          TypeShape.ANY;
      case dev.keylint.bicep.Skipped _ -> TypeShape.ANY;
    };
  }

  private TypeShape resource(Location at) {
    unit.report(Kind.UNSUPPORTED, "a resource as a type is not supported", at);
    return TypeShape.of(Parameter.Type.STRING);
  }

  private static TypeShape text(Expression.StringSyntax value, Location at) {
    return value
        .text()
        .map(text -> literal(Parameter.Type.STRING, new Expr.StringLiteral(text, at)))
        .orElse(TypeShape.of(Parameter.Type.STRING));
  }

  private TypeShape builtIn(Identifier name) {
    Optional<Parameter.Type> type = BuiltInTypes.of(name.name());
    if (type.isEmpty() && named(name.name()).isEmpty() && !name.isMissing()) {
      unit.wrong("there is no type `" + name.name() + "`", name.name(), name);
    }
    return TypeShape.of(type.orElse(Parameter.Type.ANY));
  }

  private static TypeShape literal(Parameter.Type type, Expr value) {
    return new TypeShape(type, false, false, false, List.of(value));
  }

  private TypeShape union(List<TypeExpression> members) {
    SequencedSet<Expr> allowed = new LinkedHashSet<>();
    SequencedSet<Parameter.Type> types = new LinkedHashSet<>();
    boolean open = false;
    boolean nullable = false;
    boolean secure = false;
    boolean doubtful = false;
    for (TypeExpression member : members) {
      TypeShape shape = shape(member);
      nullable |= shape.nullable();
      secure |= shape.secure();
      doubtful |= shape.doubtful();
      if (member instanceof TypeExpression.NullType) {
        continue;
      }
      open |= shape.allowed().isEmpty();
      types.add(shape.type());
      allowed.addAll(shape.allowed());
    }
    Parameter.Type type = types.size() == 1 ? types.getFirst() : Parameter.Type.ANY;
    boolean any = open || allowed.size() > MAX_ALLOWED;
    return new TypeShape(type, nullable, secure, doubtful, any ? List.of() : List.copyOf(allowed));
  }

  /// The type that a name or an access leads to; empty for built-in and unknown ones.
  private Optional<TypeNode> declared(TypeExpression type) {
    return switch (type) {
      case TypeExpression.TypeVariable(var name, _) -> find(name.name());
      case TypeExpression.TypePropertyAccess(TypeExpression.TypeVariable(var base, _), var name, _)
          when named(base.name()).isPresent()
              && named(base.name()).orElseThrow() instanceof Symbol.Namespace(var members) ->
          Optional.ofNullable(members.get(name.name())).flatMap(BicepTypes::node);
      case TypeExpression.TypePropertyAccess(var base, var name, _) ->
          part(base, new Part.Property(name.name()));
      case TypeExpression.TypeAdditionalPropertiesAccess(var base, _) ->
          part(base, new Part.Additional());
      case TypeExpression.TypeItemsAccess(var base, _) -> part(base, new Part.Items());
      case TypeExpression.TypeArrayAccess(var base, Expression.IntegerLiteral(var index, _), _) ->
          part(base, new Part.Item((int) index));
      case TypeExpression.TypeArrayAccess(var base, Expression.StringSyntax name, _) ->
          name.text().flatMap(text -> part(base, new Part.Property(text)));
      case TypeExpression _ -> Optional.empty();
    };
  }

  private synchronized Optional<TypeNode> part(TypeExpression type, Part part) {
    if (hops >= MAX_HOPS) {
      return Optional.of(new TypeNode.Open());
    }
    hops++;
    Optional<TypeNode> found =
        switch (type) {
          case TypeExpression.ObjectType object -> TypeParts.of(this, object, part);
          case TypeExpression.TupleType tuple -> TypeParts.of(this, tuple, part);
          case TypeExpression.ArrayType(var item, _) ->
              part instanceof Part.Items
                  ? Optional.of(node(item, List.of()))
                  : Optional.<TypeNode>empty();
          case TypeExpression.NullableType(var base, _) -> part(base, part);
          case TypeExpression.NonNullableType(var base, _) -> part(base, part);
          case TypeExpression.ParenthesizedType(var inner, _) -> part(inner, part);
          case TypeExpression.UnionType(var members, _) -> anyOf(members).part(part);
          case TypeExpression _ -> declared(type).flatMap(node -> node.part(part));
        };
    hops--;
    return found;
  }

  private synchronized Optional<TypeNode> variant(TypeExpression type, Map<String, String> texts) {
    if (hops >= MAX_HOPS) {
      return Optional.empty();
    }
    hops++;
    Optional<TypeNode> found =
        switch (type) {
          case TypeExpression.NullableType(var base, _) -> variant(base, texts);
          case TypeExpression.NonNullableType(var base, _) -> variant(base, texts);
          case TypeExpression.ParenthesizedType(var inner, _) -> variant(inner, texts);
          case TypeExpression.UnionType(var members, _) -> anyOf(members).variant(texts);
          case TypeExpression _ -> declared(type).flatMap(node -> node.variant(texts));
        };
    hops--;
    return found;
  }

  private TypeNode anyOf(List<TypeExpression> members) {
    return TypeNode.anyOf(members.stream().map(it -> node(it, List.of())).toList());
  }

  private Optional<TypeNode> find(String name) {
    return named(name).flatMap(BicepTypes::node);
  }

  private Optional<Symbol> named(String name) {
    if (scope == null) {
      throw new IllegalStateException(
          "types asked for before the names of " + unit.file().source());
    }
    return scope.find(name);
  }

  private static Optional<TypeNode> node(Symbol symbol) {
    return symbol instanceof Symbol.Type(var node) ? Optional.of(node) : Optional.empty();
  }
}
