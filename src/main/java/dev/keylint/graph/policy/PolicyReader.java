package dev.keylint.graph.policy;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the policies of API Management, with the fragments that they include put in.
final class PolicyReader {
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

  /// The XML of a policy or fragment as a tree; empty when it is not at hand.
  Optional<PolicyElement> read(Resource policy, ResourceId holder) {
    return plain(policy).map(root -> expand(root, holder, new HashSet<>()));
  }

  /// Whether a policy that was read includes this fragment, so that the fragment has been judged
  /// where it is used.
  boolean isIncluded(Resource fragment) {
    return included.contains(index.key(fragment));
  }

  private static Optional<PolicyElement> plain(Resource policy) {
    boolean linked =
        Bodies.text(policy.body(), "properties", "format")
            .filter(format -> format.endsWith("-link"))
            .isPresent();
    Optional<Property> value = Bodies.at(policy, "properties", "value").filter(_ -> !linked);
    return value
        .flatMap(it -> PartialText.of(it.value()))
        .filter(text -> text.chars().length() > 1 && text.chars().length() <= MAX_LENGTH)
        .map(text -> PolicyScanner.read(new PolicyDocument(value.orElseThrow(), text)));
  }

  private PolicyElement expand(PolicyElement element, ResourceId holder, Set<String> open) {
    List<PolicyElement> children = new ArrayList<>();
    for (PolicyElement child : element.children()) {
      if (child.is("include-fragment")) {
        children.add(child.with(included(child, holder, open)));
      } else {
        children.add(expand(child, holder, open));
      }
    }
    return element.with(children);
  }

  private List<PolicyElement> included(PolicyElement include, ResourceId holder, Set<String> open) {
    Optional<Resource> fragment =
        include.attribute("fragment-id").flatMap(id -> management.fragment(holder, id.value()));
    if (fragment.isEmpty()) {
      return List.of();
    }
    String key = index.key(fragment.orElseThrow());
    included.add(key);
    if (!open.add(key)) {
      return List.of();
    }
    List<PolicyElement> children =
        plain(fragment.orElseThrow())
            .map(root -> expand(root, holder, open).children())
            .orElse(List.of());
    open.remove(key);
    return children;
  }
}
