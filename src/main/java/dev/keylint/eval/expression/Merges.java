package dev.keylint.eval.expression;

import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Spreads: objects merged at their top level, arrays set side by side; known neighbours become
/// one, unknown ones stay between them.
final class Merges {
  private Merges() {}

  /// `shallowMerge([..])`.
  static Value shallowMerge(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    return arguments.size() == 1 && arguments.getFirst() instanceof Value.Arr(List<Value> parts, _)
        ? Origins.joined(shallow(parts, call.at(), frame.run()), arguments)
        : FunctionCalls.pure(call.function(), arguments, call.at(), frame.run());
  }

  /// `flatten([..])`.
  static Value flatten(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    return arguments.size() == 1 && arguments.getFirst() instanceof Value.Arr(List<Value> parts, _)
        ? Origins.joined(flat(parts, call.at(), frame.run()), arguments)
        : FunctionCalls.pure(call.function(), arguments, call.at(), frame.run());
  }

  static Value shallow(List<Value> objects, Location at, Run run) {
    List<Value> merged = new ArrayList<>();
    List<Property> members = new ArrayList<>();
    for (Value object : objects) {
      switch (object) {
        // What could not be read of it may hide members of those before it.
        case Value.Obj(Properties properties, _) when properties.isOpen() -> {
          flushObject(merged, members, at);
          merged.add(object);
        }
        case Value.Obj(Properties properties, _) -> {
          run.budget().use(properties.size());
          members.addAll(properties.entries());
        }
        case Value.Unknown unknown -> {
          flushObject(merged, members, at);
          merged.add(unknown);
        }
        case Value.Null _ -> {}
        case Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Arr _ -> {
          return run.failed(
              "`shallowMerge` wants objects",
              "shallowMerge",
              List.of(Terms.array(objects, at)),
              at);
        }
      }
    }
    flushObject(merged, members, at);
    run.budget().use(objects.size());
    if (merged.isEmpty()) {
      return Origins.joined(new Value.Obj(Properties.EMPTY, Origin.at(at)), objects);
    }
    return Origins.joined(
        merged.size() == 1 && merged.getFirst() instanceof Value.Obj only
            ? only
            : Terms.call("shallowMerge", List.of(Terms.array(merged, at)), at),
        objects);
  }

  private static void flushObject(List<Value> merged, List<Property> members, Location at) {
    if (!members.isEmpty()) {
      merged.add(new Value.Obj(Properties.of(members), Origin.at(at)));
      members.clear();
    }
  }

  static Value flat(List<Value> arrays, Location at, Run run) {
    List<Value> merged = new ArrayList<>();
    List<Value> items = new ArrayList<>();
    for (Value array : arrays) {
      switch (array) {
        case Value.Arr(List<Value> more, _) -> {
          items.addAll(more);
          run.budget().use(more.size());
        }
        case Value.Unknown unknown -> {
          flushArray(merged, items, at);
          merged.add(unknown);
        }
        case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Obj _ -> {
          return run.failed(
              "`flatten` wants arrays", "flatten", List.of(Terms.array(arrays, at)), at);
        }
      }
    }
    flushArray(merged, items, at);
    if (merged.isEmpty()) {
      return Origins.joined(Terms.array(List.of(), at), arrays);
    }
    return Origins.joined(
        merged.size() == 1 && merged.getFirst() instanceof Value.Arr only
            ? only
            : Terms.call("flatten", List.of(Terms.array(merged, at)), at),
        arrays);
  }

  private static void flushArray(List<Value> merged, List<Value> items, Location at) {
    if (!items.isEmpty()) {
      merged.add(Terms.array(items, at));
      items.clear();
    }
  }
}
