package dev.keylint.check;

import dev.keylint.finding.Change;
import dev.keylint.finding.Fix;
import dev.keylint.finding.Spot;
import dev.keylint.graph.Grant;
import dev.keylint.graph.role.BuiltInRole;
import dev.keylint.graph.role.BuiltInRoles;
import dev.keylint.resource.ApiVersions;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.rule.FixLink;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Message;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the places that the fix of a rule has to change for one subject.
final class Curing {
  private static final String PROPERTIES = "resource.properties.";
  private static final String API_VERSION = "resource.apiVersion";
  private static final String ROLE = "roleDefinitionId";
  private static final String NOT_KNOWN = "what it has to be is not known";
  private static final String NOT_HERE = "what it has to refer to is not declared here";

  /// A name in brackets, as of a header.
  private static final Pattern INDEX = Pattern.compile("\\['([^']*)'\\]");

  private final dev.keylint.rule.Fix fix;
  private final Subject subject;
  private final Function<Formula, Result> evaluate;
  private final Spots spots;
  private final FixTitle title;

  Curing(dev.keylint.rule.Fix fix, Subject subject, Function<Formula, Result> evaluate) {
    this.fix = fix;
    this.subject = subject;
    this.evaluate = evaluate;
    this.spots = new Spots(subject);
    this.title = new FixTitle(subject, evaluate, this::text);
  }

  Fix fix() {
    Set<Change> changes = new LinkedHashSet<>();
    List<String> titles = new ArrayList<>();
    for (dev.keylint.rule.Fix.Edit edit : fix.edits()) {
      List<Change> own = changes(edit);
      changes.addAll(own);
      // What should go and is not there is nothing to do.
      titles.addAll(own.isEmpty() ? List.of() : List.of(title.of(edit)));
    }
    if (changes.isEmpty()) {
      fix.edits().forEach(edit -> titles.add(title.of(edit)));
      changes.add(new Change.Impossible("what should go is not written"));
    }
    return new Fix(
        titles.stream().distinct().collect(Collectors.joining(", ")),
        List.copyOf(changes),
        List.of(),
        fix.safety(),
        fix.because());
  }

  private List<Change> changes(dev.keylint.rule.Fix.Edit edit) {
    Result now = evaluate.apply(edit.at());
    boolean lost =
        now instanceof Result.Failed
            || (now instanceof Result.Unknown && edit instanceof dev.keylint.rule.Fix.Refer);
    if (lost && edit.at().text().strip().startsWith("variables.")) {
      // A list of the rule is shorter than that: there is nothing that could be meant.
      return stuck("what it is about is not known");
    }
    return switch (edit) {
      case dev.keylint.rule.Fix.Set(Formula at, Value value) -> set(at, value);
      case dev.keylint.rule.Fix.SetText(Formula at, Message text) when FixTitle.isOwnName(text) ->
          ownName(at, text);
      case dev.keylint.rule.Fix.SetText(Formula at, Message text) -> setText(at, text);
      case dev.keylint.rule.Fix.Replace(Formula at, Message from, Message to) ->
          replace(at, from, to);
      case dev.keylint.rule.Fix.Remove(Formula at) -> remove(at);
      case dev.keylint.rule.Fix.Default(Formula at, Value value) ->
          List.of(spots.standard(evaluate.apply(at), value));
      case dev.keylint.rule.Fix.Secure(Formula at) -> List.of(spots.secure(evaluate.apply(at)));
      case dev.keylint.rule.Fix.Refer(Formula at, Formula to, FixLink link) ->
          refer(at, evaluate.apply(to), link);
      case dev.keylint.rule.Fix.Setting(Formula at, Message name, Formula to, FixLink link) ->
          setting(at, name, evaluate.apply(to), link);
      case dev.keylint.rule.Fix.Assign(Formula at, Formula to, Message role) ->
          assign(evaluate.apply(at), evaluate.apply(to), role);
      case dev.keylint.rule.Fix.Guid _ -> declared(Change.Guid::new);
      case dev.keylint.rule.Fix.Logs _ -> declared(Change.Logs::new);
      case dev.keylint.rule.Fix.Zones(Formula at, Message names) -> zones(at, names);
      case dev.keylint.rule.Fix.Behind(Formula at, Message text) -> behind(at, text);
    };
  }

  private List<Change> setText(Formula at, Message text) {
    return text(text)
        .filter(it -> !it.isEmpty())
        .map(it -> set(at, new Value.Str(it, Origin.at(subject.declaration()))))
        .orElseGet(() -> stuck(NOT_KNOWN));
  }

  /// The name as it is written: what it is in this deployment is another one's elsewhere. That of a
  /// child may be written in parts.
  private List<Change> ownName(Formula at, Message text) {
    Value any = new Value.Null(Origin.at(subject.declaration()));
    boolean outermost =
        subject.resource().filter(it -> it.type().name().split("/").length == 2).isPresent();
    return outermost
            && spots.write(at.text().strip(), evaluate.apply(at), any)
                instanceof Change.Write(Spot.Missing spot, _)
        ? withVersion(at, new Change.OwnName(spot, subject.declaration()))
        : setText(at, text);
  }

  private List<Change> set(Formula at, Value value) {
    if (at.text().strip().equals(API_VERSION)) {
      return List.of(new Change.Write(new Spot.ApiVersion(subject.declaration()), value));
    }
    Change write = spots.write(at.text().strip(), evaluate.apply(at), value);
    return withVersion(
        at, named(at, value, bareRole(at).map(it -> roleId(write, it)).orElse(write)));
  }

  private List<Change> withVersion(Formula at, Change change) {
    List<Change> changes = new ArrayList<>(List.of(change));
    newer(at.text().strip()).ifPresent(changes::add);
    return changes;
  }

  /// What stands where the id of a role belongs, when it is no id but a name, or a GUID alone.
  private Optional<Value> bareRole(Formula at) {
    return at.text().strip().endsWith(".role.id")
        ? Edited.grant(at, evaluate)
            .map(Grant::roleAt)
            .filter(it -> it.name().equalsIgnoreCase(ROLE))
            .map(Property::value)
            .filter(it -> it instanceof Value.Str(String text, _) && text.indexOf('/') < 0)
        : Optional.empty();
  }

  /// The change of a role with that of what people call it.
  private Change named(Formula at, Value wanted, Change change) {
    Optional<BuiltInRole> fresh =
        wanted instanceof Value.Str(String role, _) && at.text().strip().endsWith(".role.id")
            ? BuiltInRoles.table().byId(role)
            : Optional.empty();
    return fresh
        .flatMap(to ->
            Edited.grant(at, evaluate)
                .flatMap(it -> Bodies.text(it.role().name()))
                .<Change>map(from -> new Change.Commented(change, from, to.name())))
        .orElse(change);
  }

  private static Change roleId(Change write, Value now) {
    return write instanceof Change.Write(Spot.Written spot, Value.Str(String role, _))
        ? new Change.Role(
            new Spot.Written(spot.member(), spot.value(), Optional.of(now), spot.calls()), role)
        : write;
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
      return stuck(NOT_KNOWN);
    }
    return List.of(spots.exchange(evaluate.apply(at), old.orElseThrow(), fresh.orElseThrow()));
  }

  private List<Change> refer(Formula at, Result to, FixLink link) {
    return References.of(to, link)
        .map(it -> List.of(spots.refer(at.text().strip(), evaluate.apply(at), it)))
        .orElseGet(() -> stuck(NOT_HERE));
  }

  private List<Change> setting(Formula beside, Message name, Result to, FixLink link) {
    Optional<Change.Reference> reference = References.of(to, link);
    Optional<String> text = text(name).filter(it -> !it.isEmpty());
    Optional<Place> place = evaluate.apply(beside).why().leading();
    return reference.isEmpty() || text.isEmpty() || place.isEmpty()
        ? stuck(NOT_HERE)
        : List.of(
            spots.ifOurs(
                new Change.Setting(
                    place.orElseThrow().at(), text.orElseThrow(), reference.orElseThrow())));
  }

  private List<Change> assign(Result at, Result to, Message role) {
    Optional<Change.Reference> scope = References.of(at, FixLink.SCOPE);
    Optional<Change.Reference> principal = References.of(to, FixLink.PRINCIPAL_ID);
    Optional<BuiltInRole> given = text(role).flatMap(it -> BuiltInRoles.table().byId(it));
    return scope.isEmpty() || principal.isEmpty() || given.isEmpty()
        ? stuck(NOT_HERE)
        : List.of(
            spots.ifOurs(
                new Change.Assign(
                    principal.orElseThrow(),
                    scope.orElseThrow(),
                    given.orElseThrow().id(),
                    given.orElseThrow().name())));
  }

  /// A change of the declaration that the subject is written in.
  private List<Change> declared(Function<Location, Change> change) {
    Location at = subject.resource().map(Resource::declaredAt).orElseGet(subject::declaration);
    return List.of(spots.ifOurs(change.apply(at)));
  }

  private List<Change> zones(Formula at, Message names) {
    Optional<Place> place =
        evaluate.apply(at).why().leading().filter(it -> it.origin().isPresent());
    Optional<String> known = text(names).filter(it -> !it.isEmpty());
    return place.isEmpty() || known.isEmpty()
        ? stuck(place.isEmpty() ? "it has no configurations yet" : NOT_KNOWN)
        : List.of(
            spots.ifOurs(
                new Change.Zones(
                    place.flatMap(Place::origin).orElseThrow().at(),
                    List.of(known.orElseThrow().split(" ")))));
  }

  private List<Change> behind(Formula at, Message text) {
    Optional<Place> place = evaluate.apply(at).why().leading();
    Optional<String> known = text(text).filter(it -> !it.isEmpty());
    return place.isEmpty() || known.isEmpty()
        ? stuck(NOT_KNOWN)
        : List.of(spots.ifOurs(new Change.Behind(place.orElseThrow().at(), known.orElseThrow())));
  }

  private static boolean isAt(Place place, Formula at) {
    String path = INDEX.matcher(at.text().strip()).replaceAll(".$1");
    // What a variable leads to has a path of its own.
    return place.origin().isPresent()
        && (path.startsWith("variables.") || place.path().equalsIgnoreCase(path));
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
}
