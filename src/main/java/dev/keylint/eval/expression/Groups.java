package dev.keylint.eval.expression;

import dev.keylint.eval.run.FunctionNames;
import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Hiding;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Lambdas that make objects: `toObject`, `groupBy`, `mapValues`.
final class Groups {
  static final Map<String, BuiltIn> FUNCTIONS =
      Map.of(
          "toObject", Groups::toObject,
          "groupBy", Groups::groupBy,
          "mapValues", Groups::mapValues);

  private Groups() {}

  static Value toObject(Expr.Call call, Frame frame) {
    if (!FunctionCalls.fits(call.arguments(), 2, 3)) {
      return FunctionCalls.wrongCount(call, "2 or 3", frame);
    }
    Value collection = frame.value(call.arguments().getFirst());
    Optional<PartialArray> partial = PartialArray.of(collection, frame.run());
    if (partial.isPresent()) {
      return PartialLambdas.object(
          partial.orElseThrow(),
          items -> toObject(Terms.array(items, call.at()), call, frame),
          unknown -> toObject(unknown, call, frame),
          call.at(),
          frame.run());
    }
    return toObject(collection, call, frame);
  }

  private static Value toObject(Value collection, Expr.Call call, Frame frame) {
    if (!(collection instanceof Value.Arr(List<Value> items, _))) {
      return Lambdas.notAnArray(call, collection, frame);
    }
    Expr.Lambda keys = Lambdas.lambda(call.arguments().get(1));
    List<Literals.Entry> entries = new ArrayList<>(items.size());
    for (Value item : items) {
      Value key = Lambdas.apply(keys, List.of(item), frame);
      if (!isText(key)) {
        return openOrWrong(call, collection, key, frame);
      }
      Value kept = Origins.joined(kept(call, item, frame), List.of(key));
      entries.add(new Literals.Entry(key, kept));
    }
    return Origins.joined(object(entries, call.at()), List.of(collection));
  }

  /// Whether it is a text, perhaps with parts that only Azure knows.
  private static boolean isText(Value key) {
    return key instanceof Value.Str || key instanceof Value.Unknown(Term.Concat _, _, _);
  }

  private static Value object(List<Literals.Entry> entries, Location at) {
    List<Property> members = new ArrayList<>(entries.size());
    for (Literals.Entry entry : entries) {
      if (!(entry.key() instanceof Value.Str(String name, _))) {
        return Literals.withUnknownKeys(entries, at);
      }
      Hiding hiding = entry.key().origin().hiding();
      members.add(new Property(name, entry.value().origin().at(), entry.value(), hiding));
    }
    return Origins.joined(
        new Value.Obj(Properties.of(members), Origin.at(at)),
        entries.stream().map(Literals.Entry::key).toList());
  }

  /// `groupBy(array, key)`, or with a third argument what of each item is kept.
  static Value groupBy(Expr.Call call, Frame frame) {
    if (!FunctionCalls.fits(call.arguments(), 2, 3)) {
      return FunctionCalls.wrongCount(call, "2 or 3", frame);
    }
    Value collection = frame.value(call.arguments().getFirst());
    if (!(collection instanceof Value.Arr(List<Value> items, _))) {
      return Lambdas.notAnArray(call, collection, frame);
    }
    Expr.Lambda keys = Lambdas.lambda(call.arguments().get(1));
    Map<String, Group> groups = new LinkedHashMap<>();
    List<Value> made = new ArrayList<>();
    for (Value item : items) {
      Value key = Lambdas.apply(keys, List.of(item), frame);
      made.add(key);
      if (!(key instanceof Value.Str(String name, _))) {
        return openOrWrong(call, collection, key, frame);
      }
      groups
          .computeIfAbsent(
              name.toLowerCase(Locale.ROOT),
              _ -> new Group(name, key.origin().hiding(), new ArrayList<>()))
          .items()
          .add(kept(call, item, frame));
    }
    List<Property> members =
        groups.values().stream()
            .map(group ->
                new Property(
                    group.name, call.at(), Terms.array(group.items, call.at()), group.hiding))
            .toList();
    made.add(collection);
    return Origins.joined(new Value.Obj(Properties.of(members), Origin.at(call.at())), made);
  }

  /// The item, or what the lambda for values makes of it.
  private static Value kept(Expr.Call call, Value item, Frame frame) {
    return call.arguments().size() == 2
        ? item
        : Lambdas.apply(Lambdas.lambda(call.arguments().get(2)), List.of(item), frame);
  }

  private record Group(String name, Hiding hiding, List<Value> items) {}

  private static Value openOrWrong(Expr.Call call, Value collection, Value key, Frame frame) {
    if (key instanceof Value.Unknown(_, Reason reason, _)) {
      List<Value> arguments = new ArrayList<>();
      arguments.add(collection);
      for (Expr lambda : call.arguments().subList(1, call.arguments().size())) {
        arguments.add(Lambdas.symbolic(Lambdas.lambda(lambda), reason, frame));
      }
      return Terms.call(call.function(), arguments, reason, call.at());
    }
    String message =
        "a key that `" + FunctionNames.canonical(call.function()) + "` makes is no text";
    return frame.run().failed(message, call.function(), List.of(collection, key), call.at());
  }

  static Value mapValues(Expr.Call call, Frame frame) {
    if (call.arguments().size() != 2) {
      return FunctionCalls.wrongCount(call, "2", frame);
    }
    Value object = frame.value(call.arguments().getFirst());
    if (!(object instanceof Value.Obj(Properties properties, _)) || properties.isOpen()) {
      return object instanceof Value.Unknown || object instanceof Value.Obj
          ? Lambdas.open(call, List.of(object), frame)
          : frame
              .run()
              .failed("`mapValues` wants an object", "mapValues", List.of(object), call.at());
    }
    Expr.Lambda lambda = Lambdas.lambda(call.arguments().getLast());
    List<Property> members = new ArrayList<>(properties.size());
    for (Property property : properties) {
      Value value = Lambdas.apply(lambda, List.of(property.value()), frame);
      members.add(property.with(value));
    }
    return Origins.joined(
        new Value.Obj(Properties.of(members), Origin.at(call.at())), List.of(object));
  }
}
