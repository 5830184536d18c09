package dev.keylint.graph.policy;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.ListedKeys;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The keys that policies and backends of API Management send along.
final class PolicyKeys {
  private static final Set<String> NAMES =
      Set.of("api-key", "ocp-apim-subscription-key", "subscription-key");

  /// What does not go to a backend.
  private static final Set<String> ANSWERS = Set.of("outbound", "on-error", "return-response");

  private static final Pattern NAMED = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*\\}\\}");

  private final ApiManagement management;
  private final NamedValues named;
  private final ListedKeys keys = new ListedKeys();

  PolicyKeys(ApiManagement management) {
    this.management = management;
    this.named = new NamedValues(management);
  }

  /// The headers and query parameters of a policy that carry a key; none on a request that carries
  /// a token. One that deletes a header sends no key.
  ///
  /// @param signing what gives requests of the policy a token
  List<PolicyWalk> of(Policy policy, List<PolicyWalk> signing) {
    return PolicyWalk.of(policy, "set-header", "set-query-parameter").stream()
        .filter(each -> signing.stream().noneMatch(it -> it.meetsAllOf(each)))
        .filter(each -> !isKey(each).isFalse() && isSet(each.element()))
        .filter(each ->
            each.around().stream()
                .noneMatch(it -> ANSWERS.contains(it.name().toLowerCase(Locale.ROOT))))
        .toList();
  }

  /// Whether what it sets has the name of a key; an expression may make any name.
  private Answer isKey(PolicyWalk header) {
    return header
        .element()
        .attribute("name")
        .map(it -> named.resolve(it.value(), header.policy().holder()).strip())
        .map(PolicyKeys::isKey)
        .orElseGet(Answer::no);
  }

  private static Answer isKey(PartialText name) {
    CSharp expression = CSharp.of(name);
    List<PartialText> names = CSharp.isIn(name) ? expression.texts() : List.of(name);
    boolean all =
        !names.isEmpty()
            && expression.variables().isEmpty()
            && !expression.dynamic()
            && !CSharp.makesTexts(name)
            && names.stream().allMatch(PartialText::isKnown);
    List<Boolean> keys = names.stream().map(it -> NAMES.contains(it.key())).distinct().toList();
    return all && keys.size() == 1
        ? Answer.of(keys.getFirst())
        : Answer.open(
            Doubt.notStated("what `" + name.shown() + "` turns out to be", name.origin().at()));
  }

  /// Why it may be no key that is sent.
  Optional<Value.Unknown> doubt(PolicyWalk header) {
    return isKey(header) instanceof Answer.Open(List<Value.Unknown> because)
        ? Optional.of(because.getFirst())
        : Optional.empty();
  }

  private static boolean isSet(PolicyElement header) {
    boolean deletes =
        header
            .attribute("exists-action")
            .filter(it -> it.value().key().strip().equals("delete"))
            .isPresent();
    return !deletes
        && header.below("value", "value").stream()
            .anyMatch(it -> !it.content().value().chars().isBlank());
  }

  /// The place of the name.
  static Property evidence(PolicyElement header) {
    return header
        .attribute("name")
        .map(it -> new Property(header.name(), header.document().at(it), it.value().value()))
        .orElse(header.document().property());
  }

  /// What a backend sends: a header or query parameter with the name of a key, or with a named
  /// value that holds a key that Azure lists.
  Optional<Property> of(Resource backend, Optional<ResourceId> holder) {
    for (String part : List.of("header", "query")) {
      List<Property> sent =
          Bodies.at(backend, "properties", "credentials", part)
              .map(it -> Bodies.members(it.value()))
              .orElse(List.of());
      for (Property each : sent) {
        boolean called = NAMES.contains(each.name().toLowerCase(Locale.ROOT));
        if ((called && isSet(each.value())) || holdsKey(each.value(), holder)) {
          return Optional.of(each);
        }
      }
    }
    return Bodies.at(backend, "properties", "credentials", "authorization", "parameter")
        .filter(it -> holdsKey(it.value(), holder));
  }

  private static boolean isSet(Value value) {
    return switch (value) {
      case Value.Arr(var items, _) -> items.stream().anyMatch(PolicyKeys::isSet);
      case Value.Str(var text, _) -> !text.isBlank();
      case Value.Null _ -> false;
      case Value _ -> true;
    };
  }

  private boolean holdsKey(Value value, Optional<ResourceId> holder) {
    if (keys.any(value)) {
      return true;
    }
    if (value instanceof Value.Arr(var items, _)) {
      return items.stream().anyMatch(it -> holdsKey(it, holder));
    }
    Optional<PartialText> text = PartialText.of(value);
    if (text.isEmpty() || holder.isEmpty()) {
      return false;
    }
    Matcher names = NAMED.matcher(text.orElseThrow().chars());
    while (names.find()) {
      PartialText name = text.orElseThrow().slice(names.start(1), names.end(1));
      boolean listed =
          management
              .find("namedvalues", holder.orElseThrow(), name)
              .flatMap(it -> Bodies.at(it, "properties", "value"))
              .filter(it -> keys.any(it.value()))
              .isPresent();
      if (listed) {
        return true;
      }
    }
    return false;
  }
}
