package dev.keylint.eval.function;

import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What makes objects and lists their keys; members may be unknown.
final class Objects {
  /// By upper-cased characters, as .NET's ordinal comparison without case; equal keys keep their
  /// order.
  static final Comparator<Property> BY_KEY =
      Comparator.comparing(property -> property.name(), Objects::compareIgnoringCase);

  static final List<PureFunction> FUNCTIONS =
      List.of(
          PureFunction.of("createObject", Signature.atLeast(0, Kind.ANY), Objects::createObject),
          PureFunction.of("items", Signature.of(Kind.OBJECT), Objects::items),
          PureFunction.of("objectKeys", Signature.of(Kind.OBJECT), Objects::objectKeys),
          PureFunction.of("shallowMerge", Signature.of(Kind.ARRAY), Objects::shallowMerge));

  private Objects() {}

  private static FunctionResult createObject(Arguments arguments) {
    if (arguments.size() % 2 != 0) {
      return arguments.fail("wants a value for each key");
    }
    List<Property> members = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      switch (arguments.value(i)) {
        case Value.Str(String key, _) -> members.add(arguments.member(key, arguments.value(i + 1)));
        case Value.Unknown _ -> {
          return arguments.open();
        }
        case Value other -> {
          return arguments.fail("wants strings as keys, got " + KindShape.of(other));
        }
      }
    }
    return arguments.nested(new Value.Obj(Properties.of(members), arguments.origin()));
  }

  private static FunctionResult items(Arguments arguments) {
    return arguments.array(
        arguments.properties(0).entries().stream()
            .sorted(BY_KEY)
            .map(property -> item(arguments, property))
            .toList());
  }

  private static Value item(Arguments arguments, Property property) {
    List<Property> members =
        List.of(
            new Property("key", property.at(), property.key(arguments.origin())),
            new Property("value", property.at(), property.value()));
    return new Value.Obj(Properties.of(members), arguments.origin());
  }

  private static FunctionResult objectKeys(Arguments arguments) {
    return arguments.array(
        arguments.properties(0).entries().stream()
            .sorted(BY_KEY)
            .<Value>map(property -> property.key(arguments.origin()))
            .toList());
  }

  private static FunctionResult shallowMerge(Arguments arguments) {
    List<Properties> objects = new ArrayList<>();
    for (Value part : arguments.items(0)) {
      switch (part) {
        case Value.Obj object -> objects.add(object.properties());
        case Value.Unknown _ -> {
          return arguments.open();
        }
        case Value other -> {
          return arguments.fail("wants objects in the array, got " + KindShape.of(other));
        }
      }
    }
    return arguments.object(Merge.shallowly(objects).entries());
  }

  private static int compareIgnoringCase(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      int sign =
          Character.compare(
              Character.toUpperCase(left.charAt(i)), Character.toUpperCase(right.charAt(i)));
      if (sign != 0) {
        return sign;
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
