package dev.keylint.resource;

import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.ScopeIds;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A resource id cut into its segments, each of which may be known in part only.
///
/// The ids of the deployment's own scopes are spelled out: `resourceGroup().id` is `subscriptions`,
/// its id, `resourceGroups`, its name. So a scope holds another exactly when its segments are the
/// other's first ones.
public final class ResourceId {
  /// The scope above all others.
  public static final ResourceId ROOT =
      of(new Value.Str("/", Origin.at(new Location.WholeFile(""))));

  private final Value value;
  private final Optional<List<PartialText>> segments;

  /// The segments as texts to compare.
  private final List<String> keys;

  private final String key;

  private ResourceId(Value value, Optional<List<PartialText>> segments) {
    this.value = value;
    this.segments = segments;
    this.keys = segments.orElse(List.of()).stream().map(PartialText::key).toList();
    this.key = segments.isPresent() ? '/' + String.join("/", keys) : opaque(value);
  }

  private static String opaque(Value value) {
    return '<' + NormalForm.print(value).toLowerCase(Locale.ROOT) + '>';
  }

  /// Reads an id, as far as it is known.
  public static ResourceId of(Value id) {
    return new ResourceId(
        id, PartialText.of(id).flatMap(ScopeIds::spellOut).map(ResourceId::split));
  }

  /// The same text for the same resource, in lower case.
  public String key() {
    return key;
  }

  /// Whether all of it is known.
  public boolean isKnown() {
    return segments.filter(all -> all.stream().allMatch(PartialText::isKnown)).isPresent();
  }

  /// The id as it was read.
  public Value value() {
    return value;
  }

  /// The subscription it lies in.
  public Optional<String> subscription() {
    return keys.size() > 1 && keys.getFirst().equals("subscriptions")
        ? Optional.of(keys.get(1))
        : Optional.empty();
  }

  /// The resource this one is a child of, `levels` up; empty when the id can't be read that far.
  public Optional<ResourceId> parent(int levels) {
    return segments
        .filter(all -> all.size() > 2 * levels)
        .map(all -> new ResourceId(value, Optional.of(all.subList(0, all.size() - 2 * levels))));
  }

  /// The last segment; empty when the id is no path.
  public Optional<PartialText> name() {
    return segments.filter(all -> !all.isEmpty()).map(List::getLast);
  }

  /// The type of the resource, in lower case; empty for a scope that has none and for an id that
  /// can't be read.
  public Optional<String> type() {
    int provider = keys.lastIndexOf("providers");
    if (provider < 0 || provider + 2 >= keys.size()) {
      return Optional.empty();
    }
    StringBuilder type = new StringBuilder(keys.get(provider + 1));
    for (int i = provider + 2; i < keys.size(); i += 2) {
      type.append('/').append(keys.get(i));
    }
    return Optional.of(type.toString());
  }

  /// Whether a resource or scope lies at or below this one.
  public Answer holds(ResourceId other) {
    if (key.equals(other.key)) {
      return Answer.yes();
    }
    if (segments.isEmpty() || other.segments.isEmpty()) {
      return Answer.open(segments.isEmpty() ? unread() : other.unread());
    }
    if (isManagementGroup()) {
      return other.isManagementGroup() ? Answer.no() : Answer.open(unread());
    }
    if (keys.size() > other.keys.size()) {
      return Answer.no();
    }
    if (differs(other)) {
      return Answer.no();
    }
    Answer all = Answer.yes();
    for (int i = 0; i < keys.size() && !all.isFalse(); i++) {
      if (!keys.get(i).equals(other.keys.get(i))) {
        all = all.and(same(segments.orElseThrow().get(i), other.segments.orElseThrow().get(i)));
      }
    }
    return all;
  }

  /// Whether a known segment is another known one there. Names come last, and most ids of an estate
  /// have all but their names in common.
  private boolean differs(ResourceId other) {
    List<PartialText> own = segments.orElseThrow();
    List<PartialText> others = other.segments.orElseThrow();
    for (int i = own.size() - 1; i >= 0; i--) {
      if (!keys.get(i).equals(other.keys.get(i))
          && own.get(i).isKnown()
          && others.get(i).isKnown()) {
        return true;
      }
    }
    return false;
  }

  /// Whether it is a management group, whose members are not in its id.
  public boolean isManagementGroup() {
    return keys.size() == 4 && keys.get(2).equals("managementgroups");
  }

  /// The kind of scope that a role can be assigned at; empty when the id can't be read.
  public Optional<String> scopeKind() {
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    if (isManagementGroup()) {
      return Optional.of("managementGroup");
    }
    if (keys.contains("providers")) {
      return Optional.of("resource");
    }
    return Optional.of(
        switch (keys.size()) {
          case 0 -> "tenant";
          case 1, 2 -> "subscription";
          default -> "resourceGroup";
        });
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResourceId it && key.equals(it.key) && value.equals(it.value);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  private Value.Unknown unread() {
    return value instanceof Value.Unknown unknown
        ? unknown
        : Doubt.notStated("what lies in `" + NormalForm.plain(value) + "`", value.origin().at());
  }

  /// Whether two segments of different keys can be the same.
  private static Answer same(PartialText one, PartialText other) {
    if ((one.isKnown() && other.isKnown()) || clash(one.lower(), other.lower())) {
      return Answer.no();
    }
    return Answer.open(Doubt.because((one.isKnown() ? other : one).holes().getFirst()));
  }

  /// Whether the known starts or ends contradict each other, or one has all that is not known of
  /// the other, and more or fewer characters beside it.
  private static boolean clash(PartialText one, PartialText other) {
    return endsClash(one, other)
        || (one.chars().length() != other.chars().length() && holes(one).equals(holes(other)));
  }

  private static List<String> holes(PartialText text) {
    return text.holes().stream().map(NormalForm::print).sorted().toList();
  }

  private static boolean endsClash(PartialText one, PartialText other) {
    String head = one.head();
    String otherHead = other.head();
    String tail = one.tail();
    String otherTail = other.tail();
    return !(head.startsWith(otherHead) || otherHead.startsWith(head))
        || !(tail.endsWith(otherTail) || otherTail.endsWith(tail));
  }

  private static List<PartialText> split(PartialText path) {
    return path.split('/').stream().filter(segment -> !segment.chars().isEmpty()).toList();
  }
}
