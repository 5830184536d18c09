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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the policies of API Management, with the fragments that they include put in.
final class PolicyReader {
  static final String INCLUDE = "include-fragment";

  /// Azure takes policies of 256 KB; longer texts are not looked into.
  private static final int MAX_LENGTH = 1 << 20;

  private final ResourceIndex index;
  private final ApiManagement management;

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
    return plain instanceof Reading.Tree(PolicyElement root)
        ? new Reading.Tree(expand(root, holder, new HashSet<>()))
        : plain;
  }

  /// Whether a policy that was read includes this fragment, so that the fragment has been judged
  /// where it is used.
  boolean isIncluded(Resource fragment) {
    return included.contains(index.key(fragment));
  }

  private static Reading plain(Resource policy) {
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
    return new Reading.Tree(PolicyScanner.read(new PolicyDocument(property, xml)));
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

  private PolicyElement expand(PolicyElement element, ResourceId holder, Set<String> open) {
    List<PolicyElement> children = new ArrayList<>();
    for (PolicyElement child : element.children()) {
      if (child.is(INCLUDE)) {
        children.add(child.with(included(child, holder, open)));
      } else {
        children.add(expand(child, holder, open));
      }
    }
    return element.with(children);
  }

  private List<PolicyElement> included(PolicyElement include, ResourceId holder, Set<String> open) {
    Optional<Resource> fragment = fragment(include, holder);
    if (fragment.isEmpty()) {
      return List.of();
    }
    String key = index.key(fragment.orElseThrow());
    if (!(plain(fragment.orElseThrow()) instanceof Reading.Tree(PolicyElement root))
        || !open.add(key)) {
      return List.of();
    }
    included.add(key);
    List<PolicyElement> children = expand(root, holder, open).children();
    open.remove(key);
    return children;
  }
}
