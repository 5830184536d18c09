package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A value in a body that is no object or array, with the name that people know it by: of an item
/// such as `{name: 'KEY', value: '…'}` the name that it gives itself, else that of the member.
///
/// @param plain whether it stands where the value of a setting does, not beside it
/// @param secret whether its member says that it is secret
record KeyLeaf(Value name, Property property, boolean plain, boolean secret) {
  private static final Set<String> VALUES = Set.of("value", "securevalue", "connectionstring");
  private static final Set<String> BESIDE = Set.of("secretref", "keyvaulturl");
  private static final Set<String> JOINS =
      Set.of("if", "coalesce", "union", "shallowmerge", "concat", "flatten", "createarray");

  /// All leaves of what is wanted of a property.
  static List<KeyLeaf> of(Property root, Predicate<Value> wanted) {
    List<KeyLeaf> leaves = new ArrayList<>();
    boolean secret = root.name().equalsIgnoreCase("secrets");
    collect(new KeyLeaf(text(root), root, true, secret), wanted, leaves);
    return leaves;
  }

  /// Whether it stands where the value of a setting does, and the setting has the name of a key.
  boolean isNamedKey() {
    boolean text =
        property.value() instanceof Value.Str || property.value() instanceof Value.Unknown;
    return plain && text && KeyName.isOne(name);
  }

  private static void collect(KeyLeaf at, Predicate<Value> wanted, List<KeyLeaf> leaves) {
    Value value = at.property.value();
    if (!wanted.test(value)) {
      return;
    }
    switch (value) {
      case Value.Obj(var members, _) ->
          members.forEach(member -> collect(at.member(value, member), wanted, leaves));
      case Value.Arr(var items, _) -> items.forEach(item -> collect(at.with(item), wanted, leaves));
      case Value.Unknown(Term.Call(var function, var arguments), _, _)
          when isJoin(function) && arguments.stream().anyMatch(KeyLeaf::isStructured) ->
          arguments.stream()
              .skip(function.equalsIgnoreCase("if") ? 1 : 0)
              .forEach(each -> collect(at.with(each), wanted, leaves));
      case Value.Null _ -> {}
      case Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Unknown _ ->
          leaves.add(at);
    }
  }

  private static boolean isJoin(String function) {
    return JOINS.contains(function.toLowerCase(Locale.ROOT));
  }

  private static boolean isStructured(Value value) {
    return value instanceof Value.Obj
        || value instanceof Value.Arr
        || (value instanceof Value.Unknown(Term.Call(var function, var arguments), _, _)
            && isJoin(function)
            && arguments.stream().anyMatch(KeyLeaf::isStructured));
  }

  private KeyLeaf with(Value value) {
    return new KeyLeaf(name, property.with(value), plain, secret);
  }

  private KeyLeaf member(Value around, Property member) {
    String key = member.name().toLowerCase(Locale.ROOT);
    boolean secure = secret || key.equals("securevalue") || key.equals("secrets");
    Optional<Value> own = itemName(around);
    if (own.isPresent()) {
      return new KeyLeaf(
          own.orElseThrow(), member.in(around), plain && VALUES.contains(key), secure);
    }
    boolean unnamed = VALUES.contains(key);
    return new KeyLeaf(unnamed ? name : text(member), member, plain, secure);
  }

  /// The name that an item gives itself, beside a value.
  private static Optional<Value> itemName(Value item) {
    boolean holds =
        Bodies.members(item).stream()
            .map(it -> it.name().toLowerCase(Locale.ROOT))
            .anyMatch(it -> VALUES.contains(it) || BESIDE.contains(it));
    return holds ? Bodies.at(item, "name").map(Property::value) : Optional.empty();
  }

  private static Value text(Property member) {
    return member.key(Origin.at(member.at()));
  }
}
