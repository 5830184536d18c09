package dev.keylint.lower;

import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One of several types, of which a value may be any: a secret only if each of them is one.
record TypeChoice(List<TypeNode> types) implements TypeNode {
  /// Types that refer to each other have parts without end.
  private static final int MOST = 64;

  TypeChoice {
    types = List.copyOf(types);
  }

  @Override
  public TypeShape shape() {
    List<TypeShape> shapes = types.stream().map(TypeNode::shape).distinct().toList();
    if (shapes.size() == 1) {
      return shapes.getFirst();
    }
    // Whether the value is a secret has to be known, else nothing is said of it.
    boolean agreed =
        shapes.stream().map(TypeShape::type).distinct().count() == 1
            && shapes.stream().map(TypeShape::secure).distinct().count() == 1;
    return new TypeShape(
        agreed ? shapes.getFirst().type() : Parameter.Type.ANY,
        shapes.stream().anyMatch(TypeShape::nullable),
        isSecret(),
        shapes.stream().anyMatch(TypeShape::doubtful),
        allowed(shapes));
  }

  /// All that some of the types allow, if each of them allows certain values only.
  private static List<Expr> allowed(List<TypeShape> shapes) {
    return shapes.stream().anyMatch(it -> it.allowed().isEmpty())
        ? List.of()
        : shapes.stream().flatMap(it -> it.allowed().stream()).limit(MOST).toList();
  }

  @Override
  public boolean isSecret() {
    return types.stream().allMatch(TypeNode::isSecret);
  }

  @Override
  public boolean mayBeSecret() {
    return types.stream().allMatch(TypeNode::mayBeSecret);
  }

  @Override
  public boolean isPlain() {
    return types.stream().allMatch(TypeNode::isPlain);
  }

  /// What those that have the part agree on.
  @Override
  public Optional<TypeNode> part(Part part) {
    List<TypeNode> parts =
        types.stream()
            .flatMap(it -> it.part(part).stream())
            .flatMap(it -> it instanceof TypeChoice(var more) ? more.stream() : Stream.of(it))
            .distinct()
            .limit(MOST + 1)
            .toList();
    return switch (parts.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(parts.getFirst());
      default -> Optional.of(parts.size() > MOST ? new TypeNode.Open() : new TypeChoice(parts));
    };
  }

  @Override
  public Optional<TypeNode> variant(Map<String, String> texts) {
    List<TypeNode> fitting =
        types.stream()
            .filter(it -> fits(it, texts))
            .map(it -> it.variant(texts).orElse(it))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  /// Whether no member is another text than the type allows.
  private static boolean fits(TypeNode type, Map<String, String> texts) {
    return texts.entrySet().stream()
        .allMatch(it ->
            type.part(new Part.Property(it.getKey()))
                .map(part -> part.shape().allowed())
                .filter(allowed -> !allowed.isEmpty())
                .map(allowed -> allowed.stream().anyMatch(one -> says(one, it.getValue())))
                .orElse(true));
  }

  private static boolean says(Expr allowed, String text) {
    return allowed instanceof Expr.StringLiteral(var one, _) && one.equalsIgnoreCase(text);
  }
}
