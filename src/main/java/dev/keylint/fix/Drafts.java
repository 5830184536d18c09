package dev.keylint.fix;

import dev.keylint.finding.Change;
import dev.keylint.finding.Fix;
import dev.keylint.finding.Spot;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Files with some fixes made; making one more gives others.
///
/// A fix is made whole or not at all. Each finds its places in the text as it is then, so that two
/// that want the same make it once.
public final class Drafts {
  private static final String ELSEWHERE = "what it has to refer to is declared in another file";

  private final Function<Source, Optional<String>> obstacle;
  private final Map<String, Draft> byPath;

  private Drafts(Function<Source, Optional<String>> obstacle, Map<String, Draft> byPath) {
    this.obstacle = obstacle;
    this.byPath = byPath;
  }

  /// Files as they were read.
  ///
  /// @param obstacle why a file may not be changed, as a phrase
  public static Drafts of(Function<Source, Optional<String>> obstacle) {
    return new Drafts(obstacle, Map.of());
  }

  /// What came of making a fix.
  public sealed interface Result {
    /// The files with it.
    record Made(Drafts drafts) implements Result {}

    /// It can't be made; why, as a phrase.
    record Refused(String why) implements Result {}
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
      Optional<String> why = make(change, next);
      if (why.isPresent()) {
        return new Result.Refused(why.orElseThrow());
      }
    }
    return new Result.Made(new Drafts(obstacle, next));
  }

  private Optional<String> make(Change change, Map<String, Draft> drafts) {
    return switch (change) {
      case Change.Impossible(String why) -> Optional.of(why);
      case Change.Write(Spot.Written spot, Value value) -> written(spot, value, drafts);
      case Change.Write(Spot.Missing(Location owner, List<String> path), Value value) ->
          edit(owner, drafts, (editing, place) -> editing.add(place, path, value));
      case Change.Write(Spot.ApiVersion(Location declaration), Value value) ->
          value instanceof Value.Str(String version, _)
              ? edit(declaration, drafts, (editing, place) -> editing.version(place, version))
              : Optional.of("an api-version is a text");
      case Change.Remove(Spot.Written(Location member, _, _)) ->
          edit(member, drafts, Editing::remove);
      case Change.Default(Location parameter, Value value) ->
          edit(parameter, drafts, (editing, place) -> editing.standard(place, value));
      case Change.Secure(Location declaration) -> edit(declaration, drafts, Editing::secure);
      case Change.Refer(Spot spot, Change.Reference to) -> refer(spot, to, drafts);
      case Change.Setting(Location beside, String name, Change.Reference to) ->
          referring(beside, to, drafts, (editing, at, code) -> editing.setting(at, name, code));
      case Change.Assign(Change.Reference who, Change.Reference where, String role, String name) ->
          edit(
              who.declaration(),
              drafts,
              (editing, place) ->
                  place(where.declaration(), who.declaration(), drafts)
                      .map(at -> editing.assign(new Assignment(place, who.path(), at, role, name)))
                      .orElseGet(() -> Attempt.refused(ELSEWHERE)));
      case Change.Exchange(Spot.Written(_, Location at, _), String from, String to) ->
          edit(at, drafts, (editing, place) -> editing.exchange(place, from, to));
    };
  }

  private Optional<String> refer(Spot spot, Change.Reference to, Map<String, Draft> drafts) {
    return switch (spot) {
      case Spot.Written(Location member, _, _) -> referring(member, to, drafts, Editing::put);
      case Spot.Missing(Location owner, List<String> path) ->
          referring(
              owner, to, drafts, (editing, at, code) -> Placeholder.add(editing, at, path, code));
      case Spot.ApiVersion _ -> Optional.of("an api-version is a text");
    };
  }

  @FunctionalInterface
  private interface Coding {
    Attempt in(Editing editing, Span place, String code);
  }

  /// An edit that says something of a resource that the same file declares.
  private Optional<String> referring(
      Location at, Change.Reference to, Map<String, Draft> drafts, Coding coding) {
    return edit(
        at,
        drafts,
        (editing, place) -> {
          Optional<Span> declaration = place(to.declaration(), at, drafts);
          if (declaration.isEmpty()) {
            return Attempt.refused(ELSEWHERE);
          }
          return switch (editing.code(declaration.orElseThrow(), to.path())) {
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
  private Optional<String> written(Spot.Written spot, Value value, Map<String, Draft> drafts) {
    Attempting attempting = (editing, place) -> editing.write(place, spot.old(), value);
    Optional<String> why = edit(spot.value(), drafts, attempting);
    boolean elsewhere = value instanceof Value.Str && !spot.member().equals(spot.value());
    return why.isPresent() && elsewhere && edit(spot.member(), drafts, attempting).isEmpty()
        ? Optional.empty()
        : why;
  }

  @FunctionalInterface
  private interface Attempting {
    Attempt in(Editing editing, Span place);
  }

  private Optional<String> edit(Location at, Map<String, Draft> drafts, Attempting attempting) {
    if (!(at instanceof Location.InFile(Source source, Span span))) {
      return Optional.of("it is not in a file of the scan");
    }
    Optional<String> closed =
        source.isLost()
            ? Optional.of("`" + source.path() + "` changed while it was being scanned")
            : obstacle.apply(source);
    if (closed.isPresent()) {
      return closed;
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
          "`" + source.path() + "` is made by the Bicep compiler; change its source and build it");
    }
    return switch (attempting.in(editing, now.orElseThrow())) {
      case Attempt.Refused(String why) -> Optional.of(why);
      case Attempt.Made(List<Splice> splices) -> {
        Draft changed = draft.with(splices);
        if (!isSound(changed)) {
          yield Optional.of("`" + source.path() + "` could not be read afterwards");
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
    return Mistakes.in(draft.source().path(), draft.text())
        <= Mistakes.in(draft.source().path(), draft.source().text());
  }
}
