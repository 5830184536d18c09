package dev.keylint.fix;

import dev.keylint.finding.Change;
import dev.keylint.finding.Fix;
import dev.keylint.finding.Spot;
import dev.keylint.text.Location;
import dev.keylint.text.Phrase;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Files with some fixes made; making one more gives others.
///
/// A fix is made whole or not at all. Each finds its places in the text as it is then, so that two
/// that want the same make it once.
public final class Drafts {
  /// A role that Azure has, wherever it is assigned.
  private static final String ROLES = "/providers/Microsoft.Authorization/roleDefinitions/";

  private static final String ELSEWHERE = "what it has to refer to is declared in another file";

  private final Function<Source, Optional<String>> obstacle;
  private final Map<String, Draft> byPath;

  /// What changes behind the text that is being changed.
  private final Optional<LineComment> comment;

  private Drafts(
      Function<Source, Optional<String>> obstacle,
      Map<String, Draft> byPath,
      Optional<LineComment> comment) {
    this.obstacle = obstacle;
    this.byPath = byPath;
    this.comment = comment;
  }

  /// Files as they were read.
  ///
  /// @param obstacle why a file may not be changed, as a phrase
  public static Drafts of(Function<Source, Optional<String>> obstacle) {
    return new Drafts(obstacle, Map.of(), Optional.empty());
  }

  /// What came of making a fix.
  public sealed interface Result {
    /// The files with it.
    record Made(Drafts drafts) implements Result {}

    /// It can't be made; why, as a phrase.
    record Refused(Phrase why) implements Result {}
  }

  /// The files that are different.
  public Collection<Draft> changed() {
    return byPath.values().stream().filter(it -> !it.isUnchanged()).toList();
  }

  /// The fix with the edits that make it alone; without any if that can't be.
  public static Fix edited(Fix fix, Function<Source, Optional<String>> obstacle) {
    if (!(of(obstacle).with(fix) instanceof Result.Made(Drafts drafts))) {
      return fix;
    }
    List<Fix.Edit> edits = new ArrayList<>();
    drafts.changed().forEach(it -> edits.addAll(TextChanges.edits(it)));
    return fix.with(edits);
  }

  /// These and one more fix.
  public Result with(Fix fix) {
    Map<String, Draft> next = new LinkedHashMap<>(byPath);
    for (Change change : fix.changes()) {
      Optional<Phrase> why = make(change, next);
      if (why.isPresent()) {
        return new Result.Refused(why.orElseThrow());
      }
    }
    return new Result.Made(new Drafts(obstacle, next, comment));
  }

  private Optional<Phrase> make(Change change, Map<String, Draft> drafts) {
    return switch (change) {
      case Change.Impossible(String why) -> Optional.of(Phrase.of(why));
      case Change.Write(Spot.Written spot, Value value) -> written(spot, value, drafts);
      case Change.Role(Spot.Written spot, String role) -> role(spot, role, drafts);
      case Change.Write(Spot.Missing(Location owner, List<String> path), Value value) ->
          edit(owner, drafts, (editing, place) -> editing.add(place, path, value));
      case Change.Write(Spot.ApiVersion(Location declaration), Value value) ->
          value instanceof Value.Str(String version, _)
              ? declared(declaration, drafts, (all, place) -> all.version(place, version))
              : Optional.of(Phrase.of("an api-version is a text"));
      case Change.Remove(Spot.Written(Location member, _, _, _)) ->
          edit(member, drafts, Editing::remove);
      case Change.Default(Location parameter, Value value) ->
          declared(parameter, drafts, (all, place) -> all.standard(place, value));
      case Change.Secure(Location declaration) ->
          declared(declaration, drafts, Declarations::secure);
      case Change.Guid(Location declaration) -> declared(declaration, drafts, Declarations::guid);
      case Change.Logs(Location declaration) -> declared(declaration, drafts, Declarations::logs);
      case Change.Zones(Location list, List<String> names) ->
          declared(list, drafts, (all, place) -> all.zones(place, names));
      case Change.Behind(Location part, String xml) ->
          edit(part, drafts, (editing, place) -> XmlInsertion.behind(editing.text(), place, xml));
      case Change.Refer(Spot spot, Change.Reference to) -> refer(spot, to, drafts);
      case Change.OwnName(Spot.Missing(Location owner, List<String> path), Location declaration) ->
          coding(
              owner,
              declaration,
              drafts,
              (editing, place, around) -> editing.declarations().name(around, place),
              (editing, place, code) -> Placeholder.add(editing, place, path, code));
      case Change.Setting(Location beside, String name, Change.Reference to) ->
          referring(beside, to, drafts, (editing, at, code) -> editing.setting(at, name, code));
      case Change.Assign assign -> assign(assign, drafts);
      case Change.Exchange(Spot.Written spot, String from, String to) ->
          exchange(spot, from, to, drafts);
      case Change.Commented(Change inner, String from, String to) ->
          new Drafts(obstacle, byPath, Optional.of(new LineComment(from, to))).make(inner, drafts);
    };
  }

  @FunctionalInterface
  private interface Declaring {
    Attempt in(Declarations declarations, Span place);
  }

  private Optional<Phrase> declared(Location at, Map<String, Draft> drafts, Declaring declaring) {
    return edit(at, drafts, (editing, place) -> declaring.in(editing.declarations(), place));
  }

  private Optional<Phrase> assign(Change.Assign assign, Map<String, Draft> drafts) {
    Change.Reference who = assign.principal();
    return declared(
        who.declaration(),
        drafts,
        (all, place) ->
            place(assign.scope().declaration(), who.declaration(), drafts)
                .map(at -> new Assignment(place, who.path(), at, assign.role(), assign.roleName()))
                .map(all::assign)
                .orElseGet(() -> Attempt.refused(ELSEWHERE)));
  }

  private Optional<Phrase> refer(Spot spot, Change.Reference to, Map<String, Draft> drafts) {
    return switch (spot) {
      case Spot.Written(Location member, _, _, _) -> referring(member, to, drafts, Editing::put);
      case Spot.Missing(Location owner, List<String> path) ->
          referring(
              owner, to, drafts, (editing, at, code) -> Placeholder.add(editing, at, path, code));
      case Spot.ApiVersion _ -> Optional.of(Phrase.of("an api-version is a text"));
    };
  }

  @FunctionalInterface
  private interface Coding {
    Attempt in(Editing editing, Span place, String code);
  }

  /// An edit that says something of a resource that the same file declares.
  private Optional<Phrase> referring(
      Location at, Change.Reference to, Map<String, Draft> drafts, Coding coding) {
    return coding(
        at,
        to.declaration(),
        drafts,
        (editing, _, declaration) -> editing.declarations().code(declaration, to.path()),
        coding);
  }

  @FunctionalInterface
  private interface Wording {
    Coded of(Editing editing, Span place, Span declaration);
  }

  private Optional<Phrase> coding(
      Location at, Location of, Map<String, Draft> drafts, Wording wording, Coding coding) {
    return edit(
        at,
        drafts,
        (editing, place) -> {
          Optional<Span> declaration = place(of, at, drafts);
          if (declaration.isEmpty()) {
            return Attempt.refused(ELSEWHERE);
          }
          return switch (wording.of(editing, place, declaration.orElseThrow())) {
            case Coded.Refused(String why) -> Attempt.refused(why);
            case Coded.Code(String text) -> coding.in(editing, place, text);
          };
        });
  }

  /// Where a place of the same file as another one is now.
  private static Optional<Span> place(Location at, Location other, Map<String, Draft> drafts) {
    return at instanceof Location.InFile(Source source, Span span)
            && other instanceof Location.InFile(Source same, _)
            && source.path().equals(same.path())
        ? drafts.getOrDefault(source.path(), Draft.of(source)).now(span)
        : Optional.empty();
  }

  /// Where the value was written; a text perhaps where it is used, by another name.
  private Optional<Phrase> written(Spot.Written spot, Value value, Map<String, Draft> drafts) {
    Attempting attempting = (editing, place) -> editing.write(place, spot.old(), value);
    Optional<Phrase> why = edit(spot.value(), drafts, attempting);
    if (why.isEmpty() || !(value instanceof Value.Str)) {
      return why;
    }
    boolean elsewhere = !spot.member().equals(spot.value());
    if (elsewhere && edit(spot.member(), drafts, attempting).isEmpty()) {
      return Optional.empty();
    }
    List<String> inputs = new ArrayList<>(inputs(spot.value(), drafts));
    inputs.addAll(elsewhere ? inputs(spot.member(), drafts) : List.of());
    return argument(inputs, spot.calls(), drafts, attempting) ? Optional.empty() : why;
  }

  private static List<String> inputs(Location value, Map<String, Draft> drafts) {
    return look(value, drafts, Editing::inputs).orElse(List.of());
  }

  /// Whether an argument of the innermost call could be changed that one of these parameters gets,
  /// or an argument of a call around it that these are made of.
  private boolean argument(
      List<String> inputs, List<Location> calls, Map<String, Draft> drafts, Attempting attempting) {
    Set<String> wanted = new LinkedHashSet<>(inputs);
    for (Location call : calls.reversed()) {
      Set<String> further = new LinkedHashSet<>();
      for (String input : wanted) {
        Attempting given =
            (editing, place) ->
                editing
                    .argument(place, input)
                    .map(it -> attempting.in(editing, it))
                    .orElseGet(() -> Attempt.refused("no argument brings it"));
        if (edit(call, drafts, given).isEmpty()) {
          return true;
        }
        look(call, drafts, (editing, place) -> editing.argument(place, input).map(editing::inputs))
            .flatMap(it -> it)
            .ifPresent(further::addAll);
      }
      wanted = further;
    }
    return false;
  }

  /// Exchanges a part of what is written; where an argument of a call brings that, people decide:
  /// what is called may need it for other things, too.
  private Optional<Phrase> exchange(
      Spot.Written spot, String from, String to, Map<String, Draft> drafts) {
    Optional<Phrase> why =
        edit(spot.value(), drafts, (editing, place) -> editing.exchange(place, from, to));
    return why.map(it -> brought(spot, from, to, drafts).orElse(it));
  }

  private static Optional<Phrase> brought(
      Spot.Written spot, String from, String to, Map<String, Draft> drafts) {
    Set<String> wanted = new LinkedHashSet<>(inputs(spot.value(), drafts));
    for (Location call : spot.calls().reversed()) {
      Set<String> further = new LinkedHashSet<>();
      for (String input : wanted) {
        Optional<Argument> given =
            look(
                    call,
                    drafts,
                    (editing, place) ->
                        editing.argument(place, input).map(it -> new Argument(editing, call, it)))
                .flatMap(it -> it);
        if (given.filter(it -> it.says(from)).isPresent()) {
          return given.map(it -> it.advice(from, to));
        }
        given.ifPresent(it -> further.addAll(it.inputs()));
      }
      wanted = further;
    }
    return Optional.empty();
  }

  /// What a file says of a place as it is now.
  private static <T> Optional<T> look(
      Location at, Map<String, Draft> drafts, BiFunction<Editing, Span, T> look) {
    if (!(at instanceof Location.InFile(Source source, Span span))) {
      return Optional.empty();
    }
    Draft draft = drafts.getOrDefault(source.path(), Draft.of(source));
    return draft
        .now(span)
        .map(it -> look.apply(editing(Source.of(source.path(), draft.text())), it));
  }

  /// The id of a role: by a function where the file can call one, else as a text that holds in all
  /// subscriptions.
  private Optional<Phrase> role(Spot.Written spot, String role, Map<String, Draft> drafts) {
    Optional<Phrase> why =
        edit(
            spot.value(),
            drafts,
            (editing, place) ->
                switch (editing.declarations().role(role)) {
                  case Coded.Refused(String no) -> Attempt.refused(no);
                  case Coded.Code(String code) ->
                      Placeholder.write(editing, place, spot.old(), code);
                });
    Value text = new Value.Str(ROLES + role, Origin.at(spot.value()));
    return why.isEmpty() ? why : written(spot, text, drafts);
  }

  @FunctionalInterface
  private interface Attempting {
    Attempt in(Editing editing, Span place);
  }

  private Optional<Phrase> edit(Location at, Map<String, Draft> drafts, Attempting attempting) {
    if (!(at instanceof Location.InFile(Source source, Span span))) {
      return Optional.of(Phrase.of("it is not in a file of the scan"));
    }
    Optional<String> closed =
        source.isLost()
            ? Optional.of("`" + source.path() + "` changed while it was being scanned")
            : obstacle.apply(source);
    if (closed.isPresent()) {
      return closed.map(Phrase::of);
    }
    Draft draft = drafts.getOrDefault(source.path(), Draft.of(source));
    Optional<Span> now = draft.now(span);
    if (now.isEmpty()) {
      // What another fix has taken away has nothing wrong in it any more.
      return Optional.empty();
    }
    Editing editing = editing(Source.of(source.path(), draft.text()));
    if (editing instanceof JsonEditing json && json.isCompiled()) {
      return Optional.of(
          Phrase.of(
              "`"
                  + source.path()
                  + "` is made by the Bicep compiler; change its source and build"
                  + " it"));
    }
    Attempt attempt = attempting.in(editing, now.orElseThrow());
    return switch (comment.map(it -> it.with(attempt, editing.text())).orElse(attempt)) {
      case Attempt.Refused(Phrase why) -> Optional.of(why);
      case Attempt.Made(List<Splice> splices) -> {
        Draft changed = draft.with(splices);
        if (!isSound(changed)) {
          yield Optional.of(Phrase.of("`" + source.path() + "` could not be read afterwards"));
        }
        drafts.put(source.path(), changed);
        yield Optional.empty();
      }
    };
  }

  private static Editing editing(Source source) {
    String path = source.path().toLowerCase(Locale.ROOT);
    if (path.endsWith(".bicep") || path.endsWith(".bicepparam")) {
      return new BicepEditing(source, path.endsWith("param"));
    }
    return path.endsWith(".json") || path.endsWith(".jsonc")
        ? new JsonEditing(source)
        : new PlainEditing(source.text());
  }

  /// Whether a text has no more mistakes than it had.
  private static boolean isSound(Draft draft) {
    String path = draft.source().path();
    long mistakes = Mistakes.in(path, draft.text());
    return mistakes == 0 || mistakes <= Mistakes.in(path, draft.source().text());
  }
}
