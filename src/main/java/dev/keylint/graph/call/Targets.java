package dev.keylint.graph.call;

import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.resource.ResourceType;
import dev.keylint.value.Alternatives;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The targets of an estate, declared or only referred to.
public final class Targets {
  public static final String ACCOUNT = "microsoft.cognitiveservices/accounts";
  public static final String PROJECT = "microsoft.cognitiveservices/accounts/projects";
  public static final String SEARCH = "microsoft.search/searchservices";
  private static final Set<String> KINDS = Set.of("openai", "aiservices", "cognitiveservices");

  private final Map<String, Entry> byKey = new LinkedHashMap<>();

  /// The accounts that are known to serve no models, by their keys.
  private final Map<String, Target> others = new LinkedHashMap<>();

  /// Many assignments share a scope.
  private final Map<String, Reach> reached = new ConcurrentHashMap<>();

  /// Those with an id of which all is known, by its key: what lies below a scope stands together.
  private final NavigableMap<String, Entry> known = new TreeMap<>();

  private final List<Entry> partlyKnown = new ArrayList<>();

  /// A target, and when it was found.
  private record Entry(Target target, int turn) {}

  private Targets() {}

  /// The targets among the resources of an estate.
  public static Targets of(ResourceIndex index) {
    Targets targets = new Targets();
    for (Resource resource : index.all()) {
      targets.add(index.id(resource), resource.name(), Optional.of(resource));
    }
    return targets;
  }

  /// Adds a target that no resource of the estate is.
  public void add(Target target) {
    if (target.relevant().isFalse()) {
      others.putIfAbsent(target.key(), target);
    } else if (!byKey.containsKey(target.key())) {
      Entry entry = new Entry(target, byKey.size());
      byKey.put(target.key(), entry);
      if (target.path().isKnown()) {
        known.put(target.key(), entry);
      } else {
        partlyKnown.add(entry);
      }
    }
  }

  /// Adds the target that a scope names, if it does: compiled templates do not declare what they
  /// only refer to.
  public void mention(ResourceId id) {
    if (!byKey.containsKey(id.key()) && !others.containsKey(id.key())) {
      reached.clear();
      id.name().ifPresent(name -> add(id, name.value(), Optional.empty()));
    }
  }

  /// The target with this id, whether or not anything else speaks of it; empty when the id is not
  /// that of one, or of an account that is known to serve no models.
  public Optional<Target> find(ResourceId id) {
    if (byKey.containsKey(id.key()) || others.containsKey(id.key())) {
      return byId(id);
    }
    return id.name().flatMap(name -> target(id, name.value(), Optional.empty()));
  }

  /// The one that is known of this id.
  public Optional<Target> byKey(Target target) {
    return Optional.ofNullable(byKey.get(target.key())).map(Entry::target);
  }

  Optional<Target> byId(ResourceId id) {
    return Optional.ofNullable(byKey.get(id.key())).map(Entry::target);
  }

  /// The account of this id, if it is known to serve no models.
  Optional<Target> other(ResourceId id) {
    return Optional.ofNullable(others.get(id.key()));
  }

  /// The accounts that are known to serve no models.
  Collection<Target> others() {
    return others.values();
  }

  /// All of them, in the order in which they were found.
  public List<Target> all() {
    return byKey.values().stream().map(Entry::target).toList();
  }

  /// The targets that lie at or below a scope, and those of which that can't be told.
  public Reach below(ResourceId scope) {
    return reached.computeIfAbsent(scope.key(), _ -> search(scope));
  }

  private Reach search(ResourceId scope) {
    List<Target> certain = new ArrayList<>();
    List<Target.Possible> possible = new ArrayList<>();
    for (Entry entry : near(scope)) {
      Answer holds = scope.holds(entry.target.path());
      // Of most it can be told at once.
      if (holds.isFalse()) {
        continue;
      }
      switch (entry.target.relevant().and(holds)) {
        case Answer.Known(boolean held) -> {
          if (held) {
            certain.add(entry.target);
          }
        }
        case Answer.Open(List<Value.Unknown> because) ->
            possible.add(new Target.Possible(entry.target, because.getFirst()));
      }
    }
    return new Reach(certain, possible);
  }

  /// All that may lie in a scope, in the order in which they were found.
  private Collection<Entry> near(ResourceId scope) {
    if (!scope.isKnown() || scope.isManagementGroup()) {
      return byKey.values();
    }
    List<Entry> near = new ArrayList<>(partlyKnown);
    Optional.ofNullable(known.get(scope.key())).ifPresent(near::add);
    String below = scope.key().endsWith("/") ? scope.key() : scope.key() + '/';
    near.addAll(known.subMap(below, below + Character.MAX_VALUE).values());
    near.sort(Comparator.comparingInt(Entry::turn));
    return near;
  }

  /// The targets of a scope.
  public record Reach(List<Target> certain, List<Target.Possible> possible) {
    public Reach {
      certain = List.copyOf(certain);
      possible = List.copyOf(possible);
    }
  }

  private void add(ResourceId id, Value name, Optional<Resource> resource) {
    target(id, name, resource).ifPresent(this::add);
  }

  private static Optional<Target> target(ResourceId id, Value name, Optional<Resource> resource) {
    String type = resource.map(it -> it.type().key()).or(id::type).orElse("");
    return kind(type)
        .map(kind -> {
          Answer relevant = kind == TargetKind.ACCOUNT ? relevant(name, resource) : Answer.yes();
          return new Target(kind, id, name, resource, relevant);
        });
  }

  /// Whether resources of a type are called, and may call others, too.
  public static boolean areOfType(ResourceType type) {
    return kind(type.key()).isPresent();
  }

  private static Optional<TargetKind> kind(String type) {
    return switch (type) {
      case ACCOUNT -> Optional.of(TargetKind.ACCOUNT);
      case PROJECT -> Optional.of(TargetKind.PROJECT);
      case SEARCH -> Optional.of(TargetKind.SEARCH);
      default -> Optional.empty();
    };
  }

  /// Whether an account is of a kind that serves models; a Face or Speech account is not.
  private static Answer relevant(Value name, Optional<Resource> resource) {
    Optional<Property> kind = resource.flatMap(it -> it.body().properties().property("kind"));
    if (kind.isPresent()) {
      return relevant(kind.orElseThrow().value());
    }
    return resource.isPresent() && !resource.orElseThrow().existing()
        ? Answer.no()
        : Answer.open(
            Doubt.notStated(
                kindOf(name, resource),
                resource.map(Resource::declaredAt).orElse(name.origin().at())));
  }

  private static String kindOf(Value name, Optional<Resource> resource) {
    String shown = Shown.text(name);
    String symbol =
        shown.lastIndexOf('{') == 0 && shown.endsWith("}")
            ? shown.substring(1, shown.length() - 1)
            : shown;
    String account = resource.isPresent() ? "the existing account `" : "the account `";
    return "the kind of " + account + symbol + "`";
  }

  /// The same for an account's `kind`, if all that it may turn out to be agree.
  public static Answer relevant(Value kind) {
    List<Value> kinds = Alternatives.ofAllowed(kind);
    boolean ours = kinds.stream().anyMatch(each -> !isOther(each));
    boolean all =
        kinds.stream().allMatch(each -> each instanceof Value.Str(var text, _) && isOurs(text));
    return all && ours ? Answer.yes() : ours ? Answer.open(Doubt.because(kind)) : Answer.no();
  }

  private static boolean isOther(Value kind) {
    return !(kind instanceof Value.Unknown)
        && !(kind instanceof Value.Str(var it, _) && isOurs(it));
  }

  private static boolean isOurs(String kind) {
    return KINDS.contains(kind.toLowerCase(Locale.ROOT));
  }
}
