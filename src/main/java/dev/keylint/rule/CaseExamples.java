package dev.keylint.rule;

import dev.keylint.text.Source;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Takes the examples of a rule's page from its annotated cases: from Bicep, and from what Azure
/// returns where only that can break the rule.
final class CaseExamples {
  private final RuleFolder folder;

  CaseExamples(RuleFolder folder) {
    this.folder = folder;
  }

  Optional<Docs.Example> noncompliant() {
    return bicep("ruleid").findFirst().or(() -> live("ruleid").findFirst());
  }

  /// Of the same kind; one declaration may have parts that break the rule, and others.
  Optional<Docs.Example> compliant() {
    Set<Docs.Example> broken = bicep("ruleid").collect(Collectors.toSet());
    boolean isLive = broken.isEmpty() && live("ruleid").findFirst().isPresent();
    live("ruleid").forEach(broken::add);
    return (isLive ? live("ok") : bicep("ok")).filter(it -> !broken.contains(it)).findFirst();
  }

  /// The top-level declarations that hold the annotations of this kind.
  private Stream<Docs.Example> bicep(String kind) {
    return folder.bicepCases().stream()
        .flatMap(
            it -> annotated(it, kind, new ExampleBlock("[A-Za-z].*", ".*[\\[({]", "[}\\]].*", 0)))
        .map(it -> new Docs.Example("bicep", it));
  }

  /// The bodies that hold them.
  private Stream<Docs.Example> live(String kind) {
    return folder.liveCases().stream()
        .flatMap(it -> annotated(it, kind, new ExampleBlock(" {2}\\{", ".*", " {2}\\}.*", 2)))
        .map(it -> new Docs.Example("json", it.replaceFirst(",$", "")));
  }

  private Stream<String> annotated(Source cases, String kind, ExampleBlock block) {
    String annotation = "// " + kind + ": " + folder.name();
    return IntStream.rangeClosed(1, cases.lineCount())
        .filter(line -> {
          String text = cases.line(line).strip();
          return text.equals(annotation) || text.startsWith(annotation + " ");
        })
        .mapToObj(line -> block.of(cases, line));
  }
}
