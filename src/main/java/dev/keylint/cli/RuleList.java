package dev.keylint.cli;

import dev.keylint.json.JsonWriter;
import dev.keylint.rule.Metadata;
import dev.keylint.rule.Profile;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Severity;
import dev.keylint.text.Spelling;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Rules to be listed, in the order of their ids.
record RuleList(List<Rule> rules) {

  /// How they are printed.
  enum Format {
    TEXT,
    JSON;

    /// As the command line writes it.
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  RuleList {
    rules = List.copyOf(rules);
  }

  /// Those that fit one of each kind of which some are given.
  ///
  /// @throws Usage when no rule has a tag
  RuleList of(List<Profile> profiles, List<String> tags, List<Severity> severities) {
    tags.forEach(this::check);
    return new RuleList(
        rules.stream()
            .filter(rule -> profiles.isEmpty() || profiles.stream().anyMatch(it -> it.has(rule)))
            .filter(rule -> tags.isEmpty() || tags.stream().anyMatch(it -> has(rule, it)))
            .filter(rule -> severities.isEmpty() || severities.contains(rule.metadata().severity()))
            .toList());
  }

  private static boolean has(Rule rule, String tag) {
    return rule.metadata().tags().stream().anyMatch(tag::equalsIgnoreCase);
  }

  private void check(String tag) {
    if (rules.stream().noneMatch(it -> has(it, tag))) {
      List<String> tags =
          rules.stream().flatMap(it -> it.metadata().tags().stream()).distinct().sorted().toList();
      throw Usage.ofOptions(
          "no rule has the tag `"
              + tag
              + "`"
              + Spelling.closest(tag, tags)
                  .map(near -> ", perhaps `" + near + "` is meant")
                  .orElse("; there are " + String.join(", ", tags)));
    }
  }

  void print(Format format, StandardStream out) {
    switch (format) {
      case TEXT -> text(out);
      case JSON -> json(out);
    }
  }

  private void text(StandardStream out) {
    int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    for (Rule rule : rules) {
      String padding = " ".repeat(width - rule.id().length());
      String severity = rule.metadata().severity().word();
      String space = " ".repeat(Severity.WARNING.word().length() - severity.length());
      String remark = Profile.byDefault(rule) ? "" : " (with --profile all)";
      out.println(
          rule.id() + padding + "  " + severity + space + "  " + rule.metadata().title() + remark);
    }
  }

  private void json(StandardStream out) {
    try (JsonWriter json = JsonWriter.pretty(new PrintWriter(out, false, StandardCharsets.UTF_8))) {
      json.array();
      rules.forEach(rule -> json(rule, json));
      json.end().newLine();
    }
  }

  private static void json(Rule rule, JsonWriter json) {
    Metadata metadata = rule.metadata();
    json.object();
    json.key("id").text(metadata.id());
    json.key("title").text(metadata.title());
    json.key("severity").text(metadata.severity().word());
    metadata
        .securitySeverity()
        .ifPresent(it -> json.key("securitySeverity").number(BigDecimal.valueOf(it)));
    json.key("precision").text(metadata.precision().word());
    json.key("status").text(metadata.status().word());
    json.key("since").text(metadata.since());
    json.key("optIn").bool(metadata.optIn());
    texts(json, "profiles", Profile.of(rule).stream().map(Profile::word).toList());
    texts(json, "tags", metadata.tags());
    texts(json, "replaces", rule.replaces());
    json.key("frameworks").object();
    metadata.frameworks().forEach((name, ids) -> texts(json, name, ids));
    json.end().end();
  }

  private static void texts(JsonWriter json, String key, List<String> texts) {
    json.key(key).array();
    texts.forEach(json::text);
    json.end();
  }
}
