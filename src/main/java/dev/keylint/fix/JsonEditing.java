package dev.keylint.fix;

import dev.keylint.fix.JsonTree.Found;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Location;
import dev.keylint.text.Phrase;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Edits JSON: ARM templates, parameter files, and what templates load.
final class JsonEditing implements Editing {
  private static final String NO_PLACE = "its place is not there any more";

  private static final Pattern CONDITION = Pattern.compile("(?i)\\bif\\(");

  private final Source source;
  private final String text;
  private final Optional<JsonValue> root;
  private final JsonTree tree;
  private final JsonDeclarations declarations;

  JsonEditing(Source source) {
    this.source = source;
    this.text = source.text();
    this.root = JsonReader.read(source).value();
    this.tree = new JsonTree(root);
    this.declarations = new JsonDeclarations(tree, text, source);
  }

  /// Whether the Bicep compiler wrote a template, so that a build would undo any change.
  boolean isCompiled() {
    return root.filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .flatMap(it -> it.object("metadata"))
        .flatMap(it -> it.object("_generator"))
        .flatMap(it -> it.text("name"))
        .filter("bicep"::equalsIgnoreCase)
        .isPresent();
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Written language() {
    return Written.JSON;
  }

  @Override
  public Declarations declarations() {
    return declarations;
  }

  @Override
  public Attempt write(Span place, Optional<Value> old, Value wanted) {
    return tree.around(place)
        .map(it -> write(it, place, old, wanted))
        .orElseGet(() -> Attempt.refused(NO_PLACE));
  }

  private Attempt write(Found found, Span place, Optional<Value> old, Value wanted) {
    JsonValue now = found.value();
    Optional<String> shared =
        root.flatMap(it -> JsonUses.ofShared(it, now.span())).or(() -> forbidden(found, wanted));
    if (shared.isPresent()) {
      return Attempt.refused(shared.orElseThrow());
    }
    if (says(now, wanted)) {
      return Attempt.of();
    }
    if (now instanceof JsonObject object
        && wanted instanceof Value.Obj(var members, _)
        && members.size() == 1) {
      Property only = members.entries().getFirst();
      return into(object, found, List.of(only.name()), only.value());
    }
    if (old.filter(it -> says(now, it)).isPresent()
        || (wanted instanceof Value.Arr && isPlain(now))) {
      return Attempt.of(Splice.replace(now.span(), written(now.span(), wanted)));
    }
    if (now instanceof JsonString
        && old.orElse(wanted) instanceof Value.Str(String from, _)
        && wanted instanceof Value.Str(String to, _)) {
      Span piece = now.span().start() < place.start() ? place : now.span();
      Optional<Splice> within = within(piece, from, to);
      if (within.isPresent()) {
        return Attempt.of(within.orElseThrow());
      }
      if (Exchanging.places(text, piece, from).isEmpty()
          && Exchanging.places(text, piece, to).size() == 1) {
        // Another fix has made the same change.
        return Attempt.of();
      }
    }
    return now instanceof JsonString(String expression, _) && CONDITION.matcher(expression).find()
        ? Attempt.refused("it depends on a condition; decide which branch is meant")
        : computed(now, wanted);
  }

  /// Why something may not be the default of a parameter, as a phrase.
  private static Optional<String> forbidden(Found found, Value wanted) {
    return found
        .around()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .filter(it ->
            it.value("defaultValue").filter(found.value()::equals).isPresent()
                && it.value("allowedValues").orElse(found.value())
                    instanceof JsonArray(var allowed, _)
                && allowed.stream().noneMatch(one -> says(one, wanted)))
        .map(_ -> "the parameter may not be that");
  }

  private Attempt computed(JsonValue now, Value wanted) {
    Optional<Phrase> variable =
        now instanceof JsonString(String text, Span at)
            ? Variables.in(text, wanted, new Location.InFile(source, at))
            : Optional.empty();
    return Attempt.refused(
        variable.orElseGet(
            () -> Phrase.of("it is computed by `" + OneLine.of(text, now.span()) + "`")));
  }

  /// Whether something is a list of literals, and no comment stands in it.
  private boolean isPlain(JsonValue value) {
    return value instanceof JsonArray array
        && array.items().stream()
            .allMatch(it -> it instanceof JsonString(String text, _) && !text.startsWith("["))
        && Gap.areBlank(text, array.span(), array.items().stream().map(JsonValue::span).toList());
  }

  /// The change of a text that an expression says, or takes from elsewhere in the file.
  private Optional<Splice> within(Span piece, String from, String to) {
    List<Span> places = Exchanging.places(text, piece, from);
    String quoted = Written.JSON.text(to);
    String inner = quoted.substring(1, quoted.length() - 1);
    if (!places.isEmpty()) {
      return places.size() == 1 && !to.contains("'")
          ? Optional.of(Splice.replace(places.getFirst(), inner))
          : Optional.empty();
    }
    Optional<Splice> given =
        root.flatMap(it -> JsonNames.given(it, text, piece, from))
            .map(it -> Splice.replace(it, quoted));
    return given.isPresent() || to.contains("'")
        ? given
        : root.flatMap(it -> JsonNames.of(it, text, piece, from))
            .map(it -> Splice.replace(it, "'" + inner + "'"));
  }

  private String written(Span at, Value wanted) {
    Layout layout = Layout.of(text);
    Optional<String> indent =
        wanted instanceof Value.Arr ? Optional.empty() : Optional.of(layout.indent(at.start()));
    return Written.JSON.value(wanted, indent, layout);
  }

  private static boolean says(JsonValue json, Value value) {
    return switch (json) {
      case JsonString(String text, _) ->
          value instanceof Value.Str(String other, _)
              && text.equals(other)
              && (!text.startsWith("[") || text.startsWith("[["));
      case JsonBoolean(boolean truth, _) ->
          value instanceof Value.Bool(boolean other, _) && truth == other;
      case JsonNumber number ->
          value instanceof Value.Int(long other, _)
              && number.integer().isPresent()
              && number.integer().getAsLong() == other;
      case JsonNull _ -> value instanceof Value.Null;
      case JsonObject _, JsonArray _ -> false;
    };
  }

  @Override
  public List<String> inputs(Span value) {
    return tree.around(value)
        .map(it -> JsonNames.inputs(text.substring(it.span().start(), it.span().end())))
        .orElse(List.of());
  }

  @Override
  public Optional<Span> argument(Span call, String parameter) {
    return tree.at(call)
        .map(Found::value)
        .filter(JsonObject.class::isInstance)
        .flatMap(it -> ((JsonObject) it).object("properties"))
        .flatMap(it -> it.object("parameters"))
        .flatMap(it -> it.object(parameter))
        .flatMap(it -> it.value("value"))
        .map(JsonValue::span);
  }

  @Override
  public Attempt add(Span owner, List<String> path, Value wanted) {
    return tree.at(owner)
        .map(it -> add(it, path, wanted))
        .orElseGet(() -> Attempt.refused("the object it belongs into is computed"));
  }

  private Attempt add(Found owner, List<String> path, Value wanted) {
    return switch (owner.value()) {
      case JsonObject object -> into(object, owner, path, wanted);
      case JsonNull nothing ->
          Attempt.of(
              Splice.replace(nothing.span(), written(nothing.span(), Nesting.of(path, wanted))));
      case JsonArray _, JsonString _, JsonNumber _, JsonBoolean _ ->
          Attempt.refused(
              "the object is computed by `" + OneLine.of(text, owner.value().span()) + "`");
    };
  }

  private Attempt into(JsonObject object, Found owner, List<String> path, Value wanted) {
    String name = path.getFirst();
    Optional<String> several =
        root.filter(_ -> wanted instanceof Value.Str)
            .flatMap(it -> JsonUses.ofSeveral(it, text, object.span()));
    if (several.isPresent()) {
      return Attempt.refused(several.orElseThrow());
    }
    Optional<JsonMember> there = object.member(name);
    if (there.isPresent()) {
      JsonMember member = there.orElseThrow();
      if (path.size() > 1) {
        Found inner = new Found(member.value(), Optional.of(object), there);
        return add(inner, path.subList(1, path.size()), wanted);
      }
      boolean plain =
          member.value() instanceof JsonBoolean
              || member.value() instanceof JsonNull
              || member.value() instanceof JsonNumber
              || (member.value() instanceof JsonString(String value, _) && !value.startsWith("["));
      return !plain
          ? computed(member.value(), wanted)
          : says(member.value(), wanted)
              ? Attempt.of()
              : Attempt.of(Splice.replace(member.value().span(), written(member.span(), wanted)));
    }
    Value value = path.size() == 1 ? wanted : Nesting.of(path.subList(1, path.size()), wanted);
    return new Attempt.Made(members(object, owner).add(name, value));
  }

  private Members members(JsonValue whole, Found found) {
    boolean crowded =
        found
            .around()
            .filter(it -> !Layout.of(text).hasLineEnd(it.span().start(), whole.span().start()))
            .isPresent();
    List<Span> spans = JsonTree.parts(whole).stream().map(Found::span).toList();
    return new Members(text, Written.JSON, whole.span(), spans, crowded, Optional.empty());
  }

  @Override
  public Attempt remove(Span place) {
    JsonSettings settings = new JsonSettings(tree, text);
    Span whole = settings.whole(place);
    return switch (settings.uses(whole)) {
      case SecretUses.Others(String name, Span at) ->
          Attempt.refused(
              Phrase.of("the secret `" + name + "` is used at ").and(Used.at(source, List.of(at))));
      case SecretUses.Items(List<Span> items) ->
          Attempt.each(Stream.concat(Stream.of(whole), items.stream()).toList(), this::without);
    };
  }

  private Attempt without(Span member) {
    Optional<Found> found = tree.at(member);
    Optional<Phrase> used = found.flatMap(declarations::used);
    if (used.isPresent()) {
      return Attempt.refused(used.orElseThrow());
    }
    Optional<JsonValue> around = found.flatMap(Found::around);
    if (found.isEmpty() || around.isEmpty()) {
      return Attempt.refused("what has to go does not stand in an object of its own");
    }
    Members all = members(around.orElseThrow(), found.orElseThrow());
    return new Attempt.Made(all.remove(all.all().indexOf(found.orElseThrow().span())));
  }

  @Override
  public Attempt put(Span member, String code) {
    return tree.at(member)
        .map(it -> Attempt.of(Splice.replace(it.value().span(), Written.JSON.text(code))))
        .orElseGet(() -> Attempt.refused(NO_PLACE));
  }

  @Override
  public Attempt setting(Span beside, String name, String code) {
    return new JsonSettings(tree, text).add(this, beside, name, code);
  }
}
