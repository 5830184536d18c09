package dev.keylint.docs;

import dev.keylint.rule.Docs;
import dev.keylint.rule.Match;
import dev.keylint.rule.Metadata;
import dev.keylint.rule.Profile;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The page of a rule, which its folder holds as `README.md`.
public final class RulePage {
  private RulePage() {}

  /// The page in GitHub's Markdown, as the rule's folder holds it; with a line end at its end.
  public static String markdown(Rule rule) {
    return "<!-- Made from rule.yaml and cases.bicep: mvn test -Dgolden=update -->\n\n"
        + text(rule);
  }

  /// The same for a reader of the terminal.
  public static String text(Rule rule) {
    List<String> parts = new ArrayList<>();
    parts.add("# " + rule.id());
    parts.add(rule.metadata().title() + ".");
    replaced(rule.metadata()).ifPresent(parts::add);
    parts.add(table(rule));
    parts.add("## Why\n\n" + rule.docs().why());
    example("Noncompliant", rule.docs().noncompliant()).ifPresent(parts::add);
    example("Compliant", rule.docs().compliant()).ifPresent(parts::add);
    AbsentMeaning.of(rule).ifPresent(parts::add);
    parts.add(FixText.of(rule));
    if (!rule.docs().see().isEmpty()) {
      parts.add("## See also\n\n" + list(rule.docs().see()));
    }
    return String.join("\n\n", parts) + "\n";
  }

  private static Optional<String> replaced(Metadata metadata) {
    return metadata
        .replacedBy()
        .map(other -> "**Deprecated**: use [" + other + "](../" + other + "/README.md).");
  }

  private static String table(Rule rule) {
    Metadata metadata = rule.metadata();
    List<String> rows = new ArrayList<>(List.of("| | |", "|---|---|"));
    String score = metadata.securitySeverity().map(it -> " (" + it + ")").orElse("");
    rows.add(row("Severity", metadata.severity().word() + score));
    rows.add(row("Precision", metadata.precision().word()));
    rows.add(row("Looks at", subject(rule.match())));
    if (metadata.status() != Status.STABLE) {
      rows.add(row("Status", metadata.status().word()));
    }
    rows.add(row("Since", metadata.since()));
    if (!metadata.tags().isEmpty()) {
      rows.add(row("Tags", String.join(", ", metadata.tags())));
    }
    profiles(rule).ifPresent(it -> rows.add(row("Profiles", it)));
    if (!rule.replaces().isEmpty()) {
      rows.add(row("Says more than", String.join(", ", rule.replaces())));
    }
    metadata.frameworks().forEach((name, ids) -> rows.add(row(name, String.join(", ", ids))));
    return String.join("\n", rows);
  }

  private static Optional<String> profiles(Rule rule) {
    if (!Profile.byDefault(rule)) {
      return Optional.of("only `--profile " + Profile.ALL.word() + "`");
    }
    List<String> words = Profile.of(rule).stream().map(Profile::word).toList();
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
  }

  private static String row(String name, String text) {
    return "| " + name + " | " + text.replace("|", "\\|") + " |";
  }

  private static String subject(Match match) {
    return switch (match) {
      case Match.Resource(List<String> types) ->
          types.stream().map(type -> "`" + type + "`").collect(Collectors.joining(", "));
      case Match.Each(Match.Kind kind) -> kind.says();
    };
  }

  private static Optional<String> example(String title, Optional<Docs.Example> example) {
    return example.map(it ->
        "## " + title + "\n\n```" + it.language() + "\n" + it.text().stripTrailing() + "\n```");
  }

  private static String list(List<String> links) {
    return links.stream().map(link -> "- <" + link + ">").collect(Collectors.joining("\n"));
  }
}
