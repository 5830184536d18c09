package dev.keylint.check;

import dev.keylint.finding.Change;
import dev.keylint.finding.Spot;
import dev.keylint.resource.DeploymentPath.Call;
import dev.keylint.resource.OtherWrite;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds where a property of a subject was written, or would be: nobody here can change a published
/// module, but the arguments of its call.
final class Spots {
  private static final String PUBLISHED = "it stands in a published module";

  private static final Pattern BODY =
      Pattern.compile("(resource|workload|(grant|call|keyFlow)\\.resource)\\.");

  /// A name of a path, also one in brackets as of a header, or an index.
  private static final Pattern STEP = Pattern.compile("\\['([^']*)'\\]|\\[\\d+\\]|[^.\\[]+");

  private final Subject subject;
  private final List<Call> calls;

  Spots(Subject subject) {
    this.subject = subject;
    this.calls = subject.deployment().calls();
  }

  /// The change that gives the property at a path this value.
  Change write(String path, Result now, Value value) {
    if (now instanceof Result.Unknown) {
      return new Change.Impossible("its value is not known before it is deployed");
    }
    Optional<Place> leading = now.why().leading();
    if (leading.isEmpty()) {
      return new Change.Impossible("nothing says where it is written");
    }
    if (isWrittenTwice()) {
      return new Change.Impossible("it is written twice, and which of the two is last is not told");
    }
    Place place = leading.orElseThrow();
    List<String> below = below(path, place);
    if (place.origin().isEmpty()) {
      return missing(place, below, value);
    }
    Origin origin = place.origin().orElseThrow();
    // What is there and yet not found is a null.
    Optional<Value> old =
        now instanceof Result.Known known
            ? old(known.datum(), origin)
            : Optional.of(new Value.Null(origin));
    if (!below.isEmpty()) {
      // What was written ends above it, in a null.
      return new Change.Write(new Spot.Missing(origin.at(), below), value);
    }
    return written(
        new Spot.Written(place.at(), origin.at(), old, makers(origin, old)), origin, value);
  }

  private boolean isWrittenTwice() {
    return subject
        .resource()
        .filter(
            it -> it.others().stream().anyMatch(other -> other.kind() == OtherWrite.Kind.UNORDERED))
        .isPresent();
  }

  /// The calls whose arguments may be what a text is made of: those of all modules around it, if it
  /// does not stand as it is where it was written.
  private List<Location> makers(Origin origin, Optional<Value> old) {
    return origin.at() instanceof Location.InFile(var source, var span)
            && old.orElse(null) instanceof Value.Str(String text, _)
            && !source.slice(span).toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
        ? calls.stream().map(Call::at).toList()
        : List.of();
  }

  /// The change of a part of what is written.
  Change exchange(Result now, String from, String to) {
    Optional<Place> place = now.why().leading().filter(it -> it.origin().isPresent());
    if (place.isEmpty()) {
      return new Change.Impossible("nothing is written there");
    }
    if (published().isPresent()) {
      return new Change.Impossible(PUBLISHED);
    }
    Place found = place.orElseThrow();
    Location value = found.origin().map(Origin::at).orElse(found.at());
    List<Location> makers =
        found
            .origin()
            .map(it -> makers(it, Optional.of(new Value.Str(from, it))))
            .orElse(List.of());
    return new Change.Exchange(
        new Spot.Written(found.at(), value, Optional.empty(), makers), from, to);
  }

  /// The change of the default of the parameter that a property comes from.
  Change standard(Result now, Value value) {
    return parameter(now, value)
        .flatMap(Origin.Step::byDefault)
        .map(it -> ifOurs(new Change.Default(it.at(), value)))
        .orElseGet(() ->
            new Change.Impossible("it comes from no parameter that has a plain value as default"));
  }

  /// The parameter whose default a property is, or would be if nothing were given for it.
  ///
  /// @param value what it is to be, and is not yet
  static Optional<Origin.Step> parameter(Result now, Value value) {
    String wanted = value instanceof Value.Bool(boolean truth, _) ? Boolean.toString(truth) : "";
    return now.why().places().stream()
        .flatMap(it -> it.origin().stream())
        .flatMap(it -> it.way().stream())
        .filter(it -> it.byDefault().filter(by -> !by.literal().equals(wanted)).isPresent())
        .findFirst();
  }

  /// The change that keeps a parameter or output out of the history.
  Change secure(Result now) {
    return now.why()
        .leading()
        .map(it -> ifOurs(new Change.Secure(it.at())))
        .orElseGet(() -> new Change.Impossible("its declaration is not here"));
  }

  /// The change that makes a property what a resource has.
  Change refer(String path, Result now, Change.Reference to) {
    Optional<Place> leading = now.why().leading();
    if (leading.isEmpty()) {
      return new Change.Impossible("nothing says where it is written");
    }
    Place place = leading.orElseThrow();
    if (place.origin().isEmpty()) {
      // A value of any kind: where it goes is all that counts.
      Value any = new Value.Null(Origin.at(subject.declaration()));
      return missing(place, below(path, place), any) instanceof Change.Write(Spot spot, _)
          ? new Change.Refer(spot, to)
          : new Change.Impossible("it is not written, and can stand in several places");
    }
    return ifOurs(new Change.Refer(new Spot.Written(place.at(), place.at(), Optional.empty()), to));
  }

  /// A change of a declaration, unless nobody here can make it.
  Change ifOurs(Change change) {
    return published().isPresent() ? new Change.Impossible(PUBLISHED) : change;
  }

  /// The change that takes a property away.
  Change remove(Location member) {
    return published().isPresent()
        ? new Change.Impossible(PUBLISHED)
        : new Change.Remove(new Spot.Written(member, member, Optional.empty()));
  }

  private Change written(Spot.Written spot, Origin origin, Value value) {
    Optional<Integer> published = published();
    if (published.isEmpty()) {
      return new Change.Write(spot, value);
    }
    int deeper = calls.size() - published.orElseThrow() - 1;
    long passed =
        origin.way().stream().filter(it -> it.kind() == Origin.Kind.MODULE_ARGUMENT).count();
    if (passed > deeper) {
      return new Change.Write(spot, value);
    }
    Optional<Origin.Step> standard =
        origin.way().reversed().stream()
            .filter(it -> it.kind() == Origin.Kind.PARAMETER_DEFAULT)
            .findFirst();
    return passed == deeper && standard.isPresent()
        ? new Change.Write(
            new Spot.Missing(
                calls.get(published.orElseThrow()).at(),
                List.of("params", standard.orElseThrow().name())),
            value)
        : new Change.Impossible(PUBLISHED + ", and no argument brings it");
  }

  /// Which of the calls is the outermost one of a published module.
  private Optional<Integer> published() {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).published()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /// The property is not there: it goes into the innermost object around it that is.
  private Change missing(Place place, List<String> below, Value value) {
    // The body of one resource, whose members are those of its declaration.
    if (!BODY.matcher(place.path()).lookingAt()) {
      return new Change.Impossible("it is not written, and can stand in several places");
    }
    if (published().isPresent()) {
      return new Change.Impossible(PUBLISHED + ", and no argument brings it");
    }
    List<String> names = new ArrayList<>(below);
    Place at = place;
    while (at.origin().isEmpty() && at.parent().isPresent()) {
      names.addFirst(name(at));
      at = at.parent().orElseThrow();
    }
    Location owner = at.origin().map(Origin::at).orElse(subject.declaration());
    if (at.parent().isPresent() && owner.equals(subject.declaration())) {
      // `properties`, which rules always see, is not written either.
      names.addFirst(name(at));
    }
    return new Change.Write(new Spot.Missing(owner, names), value);
  }

  private static String name(Place place) {
    return place.step().replaceFirst("^\\.", "");
  }

  /// The names of a path that are below a place.
  private static List<String> below(String path, Place place) {
    List<String> names = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      names.add(step.group(1) == null ? step.group() : step.group(1));
    }
    for (String above : names(place)) {
      if (names.isEmpty() || !names.removeFirst().equalsIgnoreCase(above)) {
        return List.of();
      }
    }
    return names;
  }

  private static List<String> names(Place place) {
    List<String> names =
        place.parent().map(it -> new ArrayList<>(names(it))).orElseGet(ArrayList::new);
    names.add(name(place));
    return names;
  }

  private static Optional<Value> old(Datum datum, Origin origin) {
    return switch (datum) {
      case Datum.Text(String text) -> Optional.of(new Value.Str(text, origin));
      case Datum.Bool(boolean truth) -> Optional.of(new Value.Bool(truth, origin));
      case Datum.Int(long number) -> Optional.of(new Value.Int(number, origin));
      case Datum.Nothing _ -> Optional.of(new Value.Null(origin));
      case Datum.Real _, Datum.Items _, Datum.Maybe _, Table _, Struct _ -> Optional.empty();
    };
  }
}
