package dev.keylint.check;

import dev.keylint.resource.DeployedOutput;
import dev.keylint.resource.Gap;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.resource.ModuleCall;
import dev.keylint.resource.Resource;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts the values of one choice in wherever values are made of its parameters.
///
/// What is made of none of them stays the very same object.
@SuppressWarnings("ReferenceEquality") // the very same object: nothing in it was replaced
final class Filling {
  private final Choice choice;
  private final Mentions mentions;
  private boolean partial;

  Filling(Choice choice, Mentions mentions) {
    this.choice = choice;
    this.mentions = mentions;
  }

  /// Whether a value is made of the parameters, but could not be worked out again.
  boolean isPartial() {
    return partial;
  }

  /// The resource; empty when it is not deployed with this choice.
  Optional<Resource> resource(Resource it) {
    Optional<Value> condition = it.condition().map(this::value);
    if (condition.orElse(null) instanceof Value.Bool(boolean holds, _)) {
      if (!holds) {
        return Optional.empty();
      }
      condition = Optional.empty();
    }
    Value id = value(it.id());
    Value name = value(it.name());
    Value scope = value(it.scope());
    Value.Obj body = object(it.body());
    boolean same =
        condition.orElse(null) == it.condition().orElse(null)
            && id == it.id()
            && name == it.name()
            && scope == it.scope()
            && body == it.body();
    return Optional.of(
        same
            ? it
            : new Resource(
                it.type(),
                it.apiVersion(),
                id,
                name,
                scope,
                condition,
                body,
                it.existing(),
                it.declaredAt(),
                it.deployment(),
                it.others()));
  }

  DeployedOutput output(DeployedOutput it) {
    return new DeployedOutput(it.name(), value(it.value()), it.secure(), it.at(), it.deployment());
  }

  ModuleCall call(ModuleCall it) {
    return new ModuleCall(
        it.reference(),
        it.name(),
        it.here(),
        arguments(it.arguments()),
        it.outputs().stream().map(this::output).toList(),
        it.deployment(),
        it.at());
  }

  Gap gap(Gap it) {
    return new Gap(
        it.what(),
        it.units(),
        arguments(it.arguments()),
        it.at(),
        it.deployment()
            .map(of ->
                new Gap.Deployment(
                    value(of.id()),
                    of.called(),
                    of.condition().map(this::value),
                    of.byVariables())));
  }

  private List<ModuleArgument> arguments(List<ModuleArgument> all) {
    return all.stream()
        .map(it ->
            new ModuleArgument(it.name(), value(it.value()), it.secure(), it.declared(), it.at()))
        .toList();
  }

  /// A value with the choice; it stands where it stood.
  Value value(Value value) {
    return switch (value) {
      case Value.Unknown unknown -> unknown(unknown);
      case Value.Arr array -> array(array);
      case Value.Obj object -> object(object);
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> value;
    };
  }

  private Value unknown(Value.Unknown unknown) {
    if (!mentions.any(unknown, choice.values().keySet())) {
      return unknown;
    }
    Value chosen = choice.apply(unknown);
    partial |= chosen instanceof Value.Unknown(var term, _, _) && term == unknown.term();
    return chosen;
  }

  private Value array(Value.Arr array) {
    boolean changed = false;
    List<Value> items = new ArrayList<>(array.items().size());
    for (Value item : array.items()) {
      Value filled = value(item);
      changed |= filled != item;
      items.add(filled);
    }
    return changed ? new Value.Arr(items, array.origin()) : array;
  }

  private Value.Obj object(Value.Obj object) {
    Properties members = object.properties();
    boolean changed = false;
    List<Property> all = new ArrayList<>(members.size());
    for (Property member : members) {
      Value filled = value(member.value());
      changed |= filled != member.value();
      all.add(filled == member.value() ? member : member.with(filled));
    }
    Optional<Value.Unknown> unread = members.unread();
    if (unread.isPresent()) {
      Value more = value(unread.orElseThrow());
      changed |= more != unread.orElseThrow();
      unread = unread(more, all);
    }
    return changed ? new Value.Obj(Properties.of(all, unread), object.origin()) : object;
  }

  /// What is not read of an object yet; what has become known is added, unless it is written
  /// beside.
  private Optional<Value.Unknown> unread(Value more, List<Property> all) {
    return switch (more) {
      case Value.Unknown unknown -> Optional.of(unknown);
      case Value.Obj(Properties members, _) -> {
        List<String> written = all.stream().map(Property::name).toList();
        for (Property member : members) {
          if (written.stream().noneMatch(member.name()::equalsIgnoreCase)) {
            all.add(member);
          }
        }
        yield members.unread();
      }
      case Value.Null _ -> Optional.empty();
      case Value.Arr _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> {
        partial = true;
        yield Optional.empty();
      }
    };
  }
}
