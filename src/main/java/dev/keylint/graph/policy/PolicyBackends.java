package dev.keylint.graph.policy;

import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds out where a policy sends the requests that it changes.
final class PolicyBackends {
  private static final String SET_BACKEND = "set-backend-service";
  private static final Pattern URL =
      Pattern.compile("(?i)(https?|wss?)://[^/{}\\s]+\\.[^/{}\\s]+.*", Pattern.DOTALL);

  private static final Pattern SCHEME = Pattern.compile("(?i)(https?|wss?)://");

  /// Among more than these a policy's backend counts as not known.
  private static final int MAX_BACKENDS = 100;

  private final Backends backends;
  private final RequestVariables variables;
  private final NamedValues named;
  private final List<Policy> policies;

  PolicyBackends(
      Backends backends, RequestVariables variables, NamedValues named, List<Policy> policies) {
    this.backends = backends;
    this.variables = variables;
    this.named = named;
    this.policies = policies;
  }

  /// Where requests go: one URL, or several of which a request picks one.
  record Destination(List<Property> urls) {
    Destination {
      urls = List.copyOf(urls);
    }

    static Destination of(Property url) {
      return new Destination(List.of(url));
    }
  }

  private static boolean isUrl(PartialText text) {
    return URL.matcher(text.chars()).matches() || isOpenUrl(text);
  }

  /// Whether it is a URL of which not even the host is known; among others it makes all unknown.
  private static boolean isOpenUrl(PartialText text) {
    return !text.isKnown()
        && SCHEME.matcher(text.head()).lookingAt()
        && !URL.matcher(text.chars()).matches();
  }

  /// Where the request goes that an element changes: to the URL of the `send-request` around it,
  /// else to what the nearest `set-backend-service` sets, else to what wider policies or the API
  /// itself say.
  List<Destination> of(PolicyWalk place) {
    for (PolicyElement outer : place.around().reversed()) {
      if (outer.name().startsWith("send-")) {
        return List.of(sent(outer, place));
      }
      List<PolicyElement> set = outer.below(SET_BACKEND, "send-");
      if (!set.isEmpty()) {
        return destinations(set, place.policy());
      }
    }
    return inherited(place);
  }

  private Destination sent(PolicyElement request, PolicyWalk place) {
    return request.children().stream()
        .filter(child -> child.is("set-url"))
        .findFirst()
        .map(child -> picked("set-url", child, child.content(), place.policy()))
        .orElseGet(() -> Destination.of(open(place.element())));
  }

  private List<Destination> inherited(PolicyWalk place) {
    Policy policy = place.policy();
    List<Destination> found = new ArrayList<>(below(policy));
    List<Policy> wider =
        policy.inherits()
            ? policies.stream().filter(other -> other.isAbove(policy)).toList()
            : List.of();
    List<Destination> set = new ArrayList<>();
    for (Policy other : nearestFirst(wider)) {
      List<PolicyElement> elements = other.root().below(SET_BACKEND, "send-");
      if (set.isEmpty() && !elements.isEmpty()) {
        set.addAll(destinations(elements, other));
      }
    }
    if (set.isEmpty()) {
      policy
          .api()
          .ifPresent(api -> backends.ofApi(api).stream().map(Destination::of).forEach(set::add));
    }
    found.addAll(set);
    return found.isEmpty() ? List.of(Destination.of(open(place.element()))) : found;
  }

  private static List<Policy> nearestFirst(List<Policy> policies) {
    return policies.stream().sorted(Comparator.comparing(it -> it.api().isEmpty())).toList();
  }

  /// What the operations of an API set, for a policy of the API that they inherit.
  private List<Destination> below(Policy policy) {
    List<Destination> found = new ArrayList<>();
    if (policy.api().isPresent()) {
      for (Policy other : policies) {
        if (policy.isAbove(other) && other.inherits()) {
          found.addAll(destinations(other.root().below(SET_BACKEND, "send-"), other));
        }
      }
    }
    return found;
  }

  private List<Destination> destinations(List<PolicyElement> elements, Policy policy) {
    return elements.size() > MAX_BACKENDS
        ? List.of(Destination.of(open(elements.getFirst())))
        : elements.stream().flatMap(each -> destinations(each, policy).stream()).toList();
  }

  private List<Destination> destinations(PolicyElement element, Policy policy) {
    Optional<PolicyElement.Attribute> base = element.attribute("base-url");
    if (base.isPresent()) {
      return List.of(picked("base-url", element, base.orElseThrow(), policy));
    }
    return element
        .attribute("backend-id")
        .map(id -> byId(id.value(), element, policy))
        .orElseGet(() -> List.of(Destination.of(open(element))));
  }

  /// By name; a name that only a request picks may be that of any backend.
  private List<Destination> byId(PartialText id, PolicyElement element, Policy policy) {
    PartialText name = named.resolve(id, policy.holder()).strip();
    if (!CSharp.isIn(name)) {
      return backends.urls(policy.holder(), name).stream().map(Destination::of).toList();
    }
    List<Property> urls =
        variables
            .choices(name, policy, it -> backends.has(policy.holder(), it))
            .map(names ->
                names.stream()
                    .flatMap(each -> backends.urls(policy.holder(), each).stream())
                    .toList())
            .orElseGet(() -> backends.all(policy.holder()));
    return List.of(
        urls.isEmpty() || urls.size() > MAX_BACKENDS
            ? Destination.of(open(element))
            : new Destination(urls));
  }

  /// A URL that is written, or those that the expression in its place may give.
  private Destination picked(
      String name, PolicyElement element, PolicyElement.Attribute written, Policy policy) {
    List<Property> urls =
        variables
            .choices(written.value(), policy, PolicyBackends::isUrl)
            .filter(all -> all.stream().noneMatch(PolicyBackends::isOpenUrl))
            .orElse(List.of())
            .stream()
            .map(each -> new Property(name, element.document().at(written), each.value()))
            .toList();
    return urls.isEmpty() ? Destination.of(open(element)) : new Destination(urls);
  }

  /// The text of an attribute; of an expression the only text that it may give.
  Property value(PolicyElement element, PolicyElement.Attribute written, Policy policy) {
    Optional<PartialText> only =
        variables
            .choices(written.value(), policy, PolicyBackends::isUrl)
            .filter(all -> all.size() == 1)
            .map(List::getFirst);
    String expression = "the expression in `" + written.name() + "`";
    return new Property(
        written.name(),
        element.document().at(written),
        only.map(PartialText::value)
            .orElseGet(() -> Doubt.unsupported(expression, written.value().origin().at())));
  }

  private static Property open(PolicyElement element) {
    Property property = element.document().property();
    return new Property(
        "backend",
        property.at(),
        Doubt.notStated("which backend the requests go to", property.at()));
  }
}
