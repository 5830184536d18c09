package dev.keylint.check;

import dev.keylint.finding.Change;
import dev.keylint.finding.Change.Spot;
import dev.keylint.finding.Fix;
import dev.keylint.resource.ApiVersions;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Message;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the places that the fix of a rule has to change for one subject.
final class Curing {
  private static final String PROPERTIES = "resource.properties.";
  private static final String API_VERSION = "resource.apiVersion";

  private final dev.keylint.rule.Fix fix;
  private final Subject subject;
  private final Function<Formula, Result> evaluate;
  private final Spots spots;

  Curing(dev.keylint.rule.Fix fix, Subject subject, Function<Formula, Result> evaluate) {
    this.fix = fix;
    this.subject = subject;
    this.evaluate = evaluate;
    this.spots = new Spots(subject);
  }

  Fix fix() {
    Set<Change> changes = new LinkedHashSet<>();
    List<String> titles = new ArrayList<>();
    for (dev.keylint.rule.Fix.Edit edit : fix.edits()) {
      changes.addAll(changes(edit));
      titles.add(title(edit));
    }
    return new Fix(
        titles.stream().distinct().collect(Collectors.joining(", ")),
        List.copyOf(changes),
        List.of(),
        fix.safety(),
        fix.because());
  }

  private List<Change> changes(dev.keylint.rule.Fix.Edit edit) {
    return switch (edit) {
      case dev.keylint.rule.Fix.Set(Formula at, Value value) -> set(at, value);
      case dev.keylint.rule.Fix.SetText(Formula at, Message text) ->
          text(text)
              .filter(it -> !it.isEmpty())
              .map(it -> set(at, new Value.Str(it, Origin.at(subject.declaration()))))
              .orElseGet(() -> stuck("what it has to be is not known"));
      case dev.keylint.rule.Fix.Replace(Formula at, Message from, Message to) ->
          replace(at, from, to);
      case dev.keylint.rule.Fix.Remove(Formula at) -> remove(at);
    };
  }

  private List<Change> set(Formula at, Value value) {
    if (at.text().strip().equals(API_VERSION)) {
      return List.of(new Change.Write(new Spot.ApiVersion(subject.declaration()), value));
    }
    List<Change> changes = new ArrayList<>();
    changes.add(spots.write(at.text().strip(), evaluate.apply(at), value));
    newer(at.text().strip()).ifPresent(changes::add);
    return changes;
  }

  /// A property that the api-version lacks needs a newer one: Azure would ignore it.
  private Optional<Change> newer(String path) {
    return path.startsWith(PROPERTIES)
        ? subject
            .resource()
            .flatMap(it -> ApiVersions.newer(it, path.substring(PROPERTIES.length())))
            .map(version ->
                new Change.Write(
                    new Spot.ApiVersion(subject.declaration()),
                    new Value.Str(version, Origin.at(subject.declaration()))))
        : Optional.empty();
  }

  private List<Change> remove(Formula at) {
    Optional<Place> place = evaluate.apply(at).why().leading().filter(it -> isAt(it, at));
    Optional<Location> ignored =
        subject
            .ignored(at.text().strip().replaceFirst("^resource\\.", ""))
            .map(it -> it.written().at());
    Optional<Location> member = place.map(Place::at).or(() -> ignored);
    return member.<Change>map(it -> spots.remove(it)).map(List::of).orElseGet(List::of);
  }

  private List<Change> replace(Formula at, Message from, Message to) {
    Optional<String> old = text(from).filter(it -> !it.isEmpty());
    Optional<String> fresh = text(to);
    if (old.isEmpty() || fresh.isEmpty()) {
      return stuck("what it has to be is not known");
    }
    return List.of(spots.exchange(evaluate.apply(at), old.orElseThrow(), fresh.orElseThrow()));
  }

  private String shown(Message text) {
    return text(text).orElse(Shown.UNKNOWN);
  }

  private static boolean isAt(Place place, Formula at) {
    return place.origin().isPresent() && place.path().equalsIgnoreCase(at.text().strip());
  }

  private static List<Change> stuck(String why) {
    return List.of(new Change.Impossible(why));
  }

  /// A text of which all is known.
  private Optional<String> text(Message message) {
    StringBuilder text = new StringBuilder();
    for (Message.Part part : message.parts()) {
      switch (part) {
        case Message.Words(String words) -> text.append(words);
        case Message.Hole(Formula formula) -> {
          Optional<String> known = known(evaluate.apply(formula));
          if (known.isEmpty()) {
            return Optional.empty();
          }
          text.append(known.orElseThrow());
        }
      }
    }
    return Optional.of(text.toString());
  }

  private static Optional<String> known(Result result) {
    return result instanceof Result.Known(Datum.Text(String text), _)
        ? Optional.of(text)
        : Optional.empty();
  }

  private String title(dev.keylint.rule.Fix.Edit edit) {
    String name = "`" + edit.at().text().strip().replaceFirst("^\\w+\\.", "") + "`";
    return switch (edit) {
      case dev.keylint.rule.Fix.Set(_, Value value) -> "set " + name + " to `" + shown(value) + "`";
      case dev.keylint.rule.Fix.SetText(_, Message text) ->
          "set " + name + " to `" + shown(text) + "`";
      case dev.keylint.rule.Fix.Replace(_, Message from, Message to) ->
          "replace `" + shown(from) + "` by `" + shown(to) + "` in " + name;
      case dev.keylint.rule.Fix.Remove _ -> "remove " + name;
    };
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Null _ -> "null";
      case Value.Bool(boolean truth, _) -> String.valueOf(truth);
      case Value.Int(long number, _) -> String.valueOf(number);
      case Value.Decimal(var number, _) -> number.toString();
      case Value.Str(String text, _) -> text;
      case Value.Arr(var items, _) ->
          items.stream().map(Curing::shown).collect(Collectors.joining(", ", "[", "]"));
      case Value.Obj(var members, _) ->
          members.entries().stream()
              .map(it -> it.name() + ": " + shown(it.value()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Value.Unknown _ -> Shown.UNKNOWN;
    };
  }
}
