package dev.keylint.check;

import dev.keylint.rule.Rule;

/// Which answers shall be explained: those of one rule about the subjects of one name.
public record TraceRequest(String rule, String resource) {

  boolean asks(Rule about) {
    return about.id().equalsIgnoreCase(rule);
  }

  /// By what reports call the subject, its last segment, or the symbol in the template.
  boolean asks(Subject about) {
    String title = about.title().get();
    String name = Titles.of(about.resource());
    return title.equalsIgnoreCase(resource)
        || name.equalsIgnoreCase(resource)
        || Titles.symbol(about.resource()).filter(it -> it.equalsIgnoreCase(resource)).isPresent()
        || name.substring(name.lastIndexOf('/') + 1).equalsIgnoreCase(resource);
  }
}
