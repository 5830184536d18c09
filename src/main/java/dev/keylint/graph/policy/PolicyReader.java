package dev.keylint.graph.policy;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the policies of API Management, with the fragments that they include put in.
final class PolicyReader {
  static final String INCLUDE = "include-fragment";

  /// Azure takes policies of 256 KB; longer texts are not looked into.
  private static final int MAX_LENGTH = 1 << 20;

  /// Elements that fragments bring into one policy: each may be included by others, twice and more.
  private static final int MAX_PUT_IN = 20_000;

  /// Fragments that lie in each other.
  private static final int MAX_INNER = 20;

  private final ResourceIndex index;
  private final ApiManagement management;

  /// What stands in the policies and fragments themselves.
  private final IdentityHashMap<Resource, Reading> plain = new IdentityHashMap<>();

  /// The keys of the fragments that some policy includes.
  private final Set<String> included = new HashSet<>();

  PolicyReader(ResourceIndex index, ApiManagement management) {
    this.index = index;
    this.management = management;
  }

  /// What reading a policy gives.
  sealed interface Reading {
    /// The elements below a nameless root.
    record Tree(PolicyElement root) implements Reading {}

    /// Why it may do anything, and the property that would say what.
    record Unread(Value.Unknown because, Property property) implements Reading {}
  }

  /// The XML of a policy or fragment as a tree.
  Reading read(Resource policy, ResourceId holder) {
    Reading plain = plain(policy);
    if (!(plain instanceof Reading.Tree(PolicyElement root))) {
      return plain;
    }
    Expansion expansion = new Expansion(holder);
    PolicyElement whole = expansion.expand(root);
    return expansion.excessive
        ? unread("what a policy with so many fragments does", root.document().property())
        : new Reading.Tree(whole);
  }

  /// Whether a policy that was read includes this fragment, so that the fragment has been judged
  /// where it is used.
  boolean isIncluded(Resource fragment) {
    return included.contains(index.key(fragment));
  }

  private Reading plain(Resource policy) {
    return plain.computeIfAbsent(policy, PolicyReader::scanned);
  }

  private static Reading scanned(Resource policy) {
    Optional<Property> value = Bodies.at(policy, "properties", "value");
    if (value.isEmpty()) {
      return unread(
          "what a policy without `value` does",
          new Property("value", policy.declaredAt(), new Value.Null(policy.body().origin())));
    }
    Property property = value.orElseThrow();
    boolean linked =
        Bodies.text(policy.body(), "properties", "format")
            .filter(format -> format.endsWith("-link"))
            .isPresent();
    if (linked) {
      return unread("what the policy behind a link does", property);
    }
    Optional<PartialText> text = PartialText.of(property.value());
    if (text.isEmpty() || text.orElseThrow().chars().length() > MAX_LENGTH) {
      return unread("what a policy of this size does", property);
    }
    PartialText xml = text.orElseThrow();
    if (!xml.isKnown() && xml.chars().length() == 1) {
      return new Reading.Unread(Doubt.because(xml.holes().getFirst()), property);
    }
    if (xml.chars().contains("<!ENTITY")) {
      return unread("what the policy's own entities stand for", property);
    }
    PolicyScanner.Scan scan = PolicyScanner.read(new PolicyDocument(property, xml));
    return scan.sure()
        ? new Reading.Tree(scan.root())
        : unread("what a policy of this form does", property);
  }

  private static Reading unread(String fact, Property property) {
    return new Reading.Unread(Doubt.notStated(fact, property.at()), property);
  }

  /// The fragment that an element includes; empty when it is not in the estate.
  Optional<Resource> fragment(PolicyElement include, ResourceId holder) {
    return include
        .attribute("fragment-id")
        .flatMap(id -> management.find("policyfragments", holder, id.value()));
  }

  /// What a policy becomes as fragments are put in, which may have others in them.
  private final class Expansion {
    private final ResourceId holder;
    private final Set<String> open = new HashSet<>();
    private int elements;
    private boolean excessive;

    Expansion(ResourceId holder) {
      this.holder = holder;
    }

    PolicyElement expand(PolicyElement element) {
      List<PolicyElement> children = new ArrayList<>();
      for (PolicyElement child : element.children()) {
        children.add(child.is(INCLUDE) ? child.with(included(child)) : expand(child));
      }
      if (!open.isEmpty()) {
        elements++;
      }
      return element.with(children);
    }

    private List<PolicyElement> included(PolicyElement include) {
      Optional<Resource> fragment = fragment(include, holder);
      if (fragment.isEmpty()) {
        return List.of();
      }
      excessive |= elements > MAX_PUT_IN || open.size() == MAX_INNER;
      String key = index.key(fragment.orElseThrow());
      if (excessive
          || !(plain(fragment.orElseThrow()) instanceof Reading.Tree(PolicyElement root))
          || !open.add(key)) {
        return List.of();
      }
      included.add(key);
      List<PolicyElement> children = expand(root).children();
      open.remove(key);
      return children;
    }
  }
}
