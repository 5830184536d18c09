package dev.keylint.check;

import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An object of the estate: keys ignore case, and null counts as absent, as Azure takes it.
record EstateObject(Value.Obj object, Place place, Facts facts) implements Table {

  @Override
  public Result find(Datum key) {
    if (!(key instanceof Datum.Text(String name))) {
      return absent(String.valueOf(key));
    }
    Optional<Property> property = object.properties().property(name);
    if (property.isEmpty()) {
      return absent(name);
    }
    Result value = facts.member(property.orElseThrow(), place);
    return switch (value) {
      case Result.Known(Datum.Nothing _, Why why) -> new Result.Known(Datum.Maybe.NONE, why);
      case Result.Unknown unknown when Nullness.mayBeNull(unknown) -> unknown.derived();
      case Result.Known _, Result.Unknown _, Result.Failed _ ->
          new Result.Known(Datum.Maybe.of(value), value.why());
    };
  }

  private Result absent(String name) {
    return new Result.Known(Datum.Maybe.NONE, Why.of(place.missing(name)));
  }

  @Override
  public Optional<Result.Unknown> unread() {
    return object
        .properties()
        .unread()
        .map(all -> new Result.Unknown(Optional.empty(), List.of(all), Why.of(place)));
  }

  @Override
  public List<Member> members() {
    List<Member> members = new ArrayList<>(object.properties().size());
    for (Property property : object.properties()) {
      Result value = facts.member(property, place);
      if (!(value instanceof Result.Known(Datum.Nothing _, _))) {
        boolean certain = !(value instanceof Result.Unknown it && Nullness.mayBeNull(it));
        members.add(new Member(new Datum.Text(property.name()), value, certain));
      }
    }
    return members;
  }
}
