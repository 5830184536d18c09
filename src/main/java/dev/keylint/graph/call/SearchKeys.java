package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.value.Answer;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the keys in the objects of Search that a script or flow makes.
public final class SearchKeys {
  private static final Set<String> BY_KEY =
      Set.of(
          "cognitiveservicesbykey",
          "aiservicesbykey",
          "cognitiveservicesaccountkey",
          "aiservicesaccountkey");
  private static final Set<String> WITH_KEY =
      Set.of("amlskill", "amlparameters", "amlvectorizerparameters");

  /// The names of variables that hold a whole object.
  private static final Pattern DOCUMENT =
      Pattern.compile("(?i)BODY|JSON|SKILL_?SET|DEFINITION|DATA_?SOURCE|VECTORIZER|INDEX(ER)?$");

  /// Objects that are files.
  private static final String FILES = "microsoft.search/searchservices/objects";

  private final List<SearchKey> keys = new ArrayList<>();

  /// Whether it is a file that stands for itself: what it does not say, whoever sends it puts in.
  private final boolean isFile;

  private SearchKeys(boolean isFile) {
    this.isFile = isFile;
  }

  /// Whether keys are looked for in resources of a type, in lower case.
  public static boolean reads(String type) {
    return SearchTexts.reads(type) || type.equals(FILES);
  }

  /// Those of a resource, and what of it is not known and may hold one; none where nothing that is
  /// known of it speaks of Search.
  public static List<SearchKey> of(Resource resource) {
    SearchKeys all = new SearchKeys(resource.type().key().equals(FILES));
    if (all.isFile) {
      Bodies.at(resource, "properties").ifPresent(it -> all.collect("", it.value(), it));
    }
    SearchTexts.of(resource).ifPresent(texts -> texts.pieces().forEach(all::piece));
    return List.copyOf(all.keys);
  }

  private void piece(SearchPiece piece) {
    Property property = piece.property();
    if (property.value() instanceof Value.Unknown unknown && mayBeDocument(property, unknown)) {
      keys.add(new SearchKey(property.name(), Answer.open(unknown), property));
    }
    piece
        .unread()
        .ifPresent(it -> keys.add(new SearchKey(property.name(), Answer.open(it), property)));
    for (Value root : piece.objects()) {
      collect("", root, piece.property());
    }
  }

  /// A text of which nothing is known and that may be an object; a file that is not here is said by
  /// itself.
  private static boolean mayBeDocument(Property property, Value.Unknown unknown) {
    boolean given =
        unknown.reason() instanceof Reason.MissingParameter
            || unknown.reason() instanceof Reason.Secret;
    boolean whole = PartialText.of(unknown).filter(it -> it.chars().length() == 1).isPresent();
    String name = property.name();
    return given
        && whole
        && (name.equalsIgnoreCase("scriptContent")
            || name.equalsIgnoreCase("arguments")
            || DOCUMENT.matcher(name).find());
  }

  private void collect(String name, Value value, Property place) {
    switch (value) {
      case Value.Obj(var members, _) -> {
        String type = SearchModel.type(value);
        if (BY_KEY.contains(type)) {
          byKey(value, place);
        }
        boolean withKey = WITH_KEY.contains(type) || WITH_KEY.contains(name);
        for (Property each : members) {
          String plain = SearchModel.plain(each.name());
          HeldKey.in(name, plain, withKey, each).ifPresent(it -> add(each, it, place));
          collect(plain, each.value(), place);
        }
      }
      case Value.Arr(var items, _) -> items.forEach(it -> collect(name, it, place));
      case Value.Unknown unknown ->
          SearchModel.parts(unknown).forEach(it -> collect(name, it, place));
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> {}
    }
  }

  /// An object for billing is what it is because it has a key; only an empty one is none.
  private void byKey(Value object, Property place) {
    Optional<Property> key = Bodies.at(object, "key");
    Answer held = key.map(HeldKey::isKey).orElseGet(Answer::yes);
    if (isFile) {
      key.ifPresent(it -> add(it, held, place));
    } else {
      keys.add(new SearchKey(key.map(Property::name).orElse("@odata.type"), held, place));
    }
  }

  private void add(Property member, Answer held, Property place) {
    if (!isFile) {
      keys.add(new SearchKey(member.name(), held, place));
    } else if (WrittenKey.isIn(member.value())) {
      keys.add(new SearchKey(member.name(), Answer.yes(), member));
    }
  }
}
