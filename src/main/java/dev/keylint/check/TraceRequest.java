package dev.keylint.check;

import dev.keylint.rule.Rule;
import java.util.List;
import java.util.stream.Stream;

/// Which answers shall be explained: those of one rule about the subjects of one name.
public record TraceRequest(String rule, String resource) {

  boolean asks(Rule about) {
    return about.id().equalsIgnoreCase(rule);
  }

  boolean asks(Subject about) {
    return names(about).stream().anyMatch(it -> it.equalsIgnoreCase(resource));
  }

  /// What reports call the subject, its name, the last segment of that, and the symbol in the
  /// template.
  static List<String> names(Subject about) {
    String title = about.title().get();
    String name = about.resource().map(Titles::of).orElse(title);
    return Stream.concat(
            Stream.of(title, name, name.substring(name.lastIndexOf('/') + 1)),
            about.resource().flatMap(Titles::symbol).stream())
        .distinct()
        .toList();
  }
}
