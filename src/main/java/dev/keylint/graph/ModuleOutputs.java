package dev.keylint.graph;

import dev.keylint.resource.Resource;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Puts in what modules give out that are known by their arguments only.
///
/// Values share their parts, so each is looked at once. Not for several threads.
@SuppressWarnings("ReferenceEquality") // the very same object: nothing in it was replaced
final class ModuleOutputs {
  private final Map<String, KnownModule> byDeployment = new HashMap<>();
  private final IdentityHashMap<Value, Value> seen = new IdentityHashMap<>();

  ModuleOutputs(List<KnownModule> modules) {
    modules.forEach(it -> byDeployment.putIfAbsent(key(it.deployment().id()), it));
  }

  private static String key(Value deployment) {
    return NormalForm.print(deployment).toLowerCase(Locale.ROOT);
  }

  /// The same resource; the very same where nothing in it is an output of these.
  Resource in(Resource resource) {
    Value body = in(resource.body());
    Value name = in(resource.name());
    Value id = in(resource.id());
    Value scope = in(resource.scope());
    boolean same =
        body == resource.body()
            && name == resource.name()
            && id == resource.id()
            && scope == resource.scope();
    return same
        ? resource
        : new Resource(
            resource.type(),
            resource.apiVersion(),
            id,
            name,
            scope,
            resource.condition(),
            (Value.Obj) body,
            resource.existing(),
            resource.declaredAt(),
            resource.deployment(),
            resource.others());
  }

  /// The same value, or what it is once the outputs are known.
  Value in(Value value) {
    return switch (value) {
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> value;
      case Value.Arr array -> once(array, this::items);
      case Value.Obj object -> once(object, it -> members(it, it.properties(), it.origin()));
      case Value.Unknown unknown -> once(unknown, it -> output(it).orElseGet(() -> parts(it)));
    };
  }

  private <T extends Value> Value once(T value, Function<T, Value> replaced) {
    Value known = seen.get(value);
    if (known == null) {
      known = replaced.apply(value);
      seen.put(value, known);
    }
    return known;
  }

  private Value items(Value.Arr array) {
    List<Value> replaced = all(array.items());
    return isSame(array.items(), replaced) ? array : new Value.Arr(replaced, array.origin());
  }

  private Value members(Value object, Properties properties, Origin origin) {
    List<Property> members = new ArrayList<>(properties.size());
    boolean same = true;
    for (Property each : properties.entries()) {
      Value member = in(each.value());
      same &= member == each.value();
      members.add(each.with(member));
    }
    return same ? object : new Value.Obj(Properties.of(members, properties.unread()), origin);
  }

  private Value parts(Value.Unknown unknown) {
    return switch (unknown.term()) {
      case Term.Call(String function, List<Value> arguments) -> {
        List<Value> replaced = all(arguments);
        yield isSame(arguments, replaced)
            ? unknown
            : with(unknown, new Term.Call(function, replaced));
      }
      case Term.Access(Value base, List<Value> path) -> {
        Value root = in(base);
        List<Value> keys = all(path);
        boolean same = root == base && isSame(path, keys);
        yield same || (root instanceof Value.Unknown(Term.Access _, _, _))
            ? unknown
            : with(unknown, new Term.Access(root, keys));
      }
      case Term.Concat(List<Value> texts) -> {
        List<Value> replaced = all(texts);
        yield isSame(texts, replaced)
            ? unknown
            : PartialText.of(with(unknown, new Term.Concat(replaced)))
                .map(PartialText::value)
                .orElse(unknown)
                .at(unknown.origin());
      }
      case Term.Lambda(List<String> variables, Value body) -> {
        Value replaced = in(body);
        yield replaced == body ? unknown : with(unknown, new Term.Lambda(variables, replaced));
      }
    };
  }

  private static Value.Unknown with(Value.Unknown unknown, Term term) {
    return new Value.Unknown(term, unknown.reason(), unknown.origin());
  }

  private List<Value> all(List<Value> values) {
    return values.stream().map(this::in).toList();
  }

  private static boolean isSame(List<Value> one, List<Value> other) {
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i) != other.get(i)) {
        return false;
      }
    }
    return true;
  }

  /// What stands for `reference(deployment).outputs.name.value`.
  private Optional<Value> output(Value.Unknown value) {
    if (!(value.reason() instanceof Reason.MissingModule)
        || !(value.term() instanceof Term.Access(Value base, List<Value> path))
        || path.size() != 3
        || !is(path.get(0), "outputs")
        || !is(path.get(2), "value")
        || !(path.get(1) instanceof Value.Str(String name, _))
        || !(base instanceof Value.Unknown(Term.Call(String function, List<Value> arguments), _, _))
        || !function.equals("reference")
        || arguments.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(byDeployment.get(key(arguments.getFirst())))
        .flatMap(module -> output(module, name, value))
        .map(it -> it.at(value.origin()));
  }

  private static boolean is(Value key, String name) {
    return key instanceof Value.Str(String text, _) && text.equalsIgnoreCase(name);
  }

  private static Optional<Value> output(KnownModule module, String name, Value.Unknown whole) {
    boolean identity = Principals.areOfType(module.type());
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "name" -> Optional.of(module.name());
      case "resourceid" -> Optional.of(module.id());
      case "endpoint" -> Optional.of(property(module, whole, "endpoint"));
      case "principalid", "clientid" ->
          identity ? Optional.of(property(module, whole, name)) : Optional.empty();
      case "systemassignedmiprincipalid" ->
          Optional.of(property(module, whole, "identity", "principalId"));
      default -> Optional.empty();
    };
  }

  /// A property that only Azure knows of the resource that the module makes.
  private static Value property(KnownModule module, Value.Unknown whole, String... path) {
    Origin origin = whole.origin();
    List<Value> arguments = new ArrayList<>();
    arguments.add(module.id());
    arguments.add(new Value.Str(module.version(), origin));
    List<Value> keys = new ArrayList<>();
    for (String key : path) {
      keys.add(new Value.Str(key, origin));
    }
    if (path.length > 1) {
      arguments.add(new Value.Str("full", origin));
    }
    Value.Unknown reference =
        new Value.Unknown(new Term.Call("reference", arguments), whole.reason(), origin);
    return new Value.Unknown(new Term.Access(reference, keys), whole.reason(), origin);
  }
}
