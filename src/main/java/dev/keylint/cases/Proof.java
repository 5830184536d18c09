package dev.keylint.cases;

import dev.keylint.rule.Rule;
import dev.keylint.rule.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether the cases of a rule show that it does what they say, and that they would notice if it
/// did not.
///
/// @param wrong where the rule and its cases say different things, and what is wrong with the files
/// @param lacking what its cases don't show
/// @param mutants the conditions that were switched off, one after the other
/// @param unnoticed those of them that no case shows
public record Proof(
    List<Cases> cases,
    List<String> wrong,
    List<String> lacking,
    List<Mutant> mutants,
    List<Mutant> unnoticed) {
  /// What a rule's folder may hold; nobody would read another template or file of cases.
  public static final Set<String> FILES =
      Set.of(
          "rule.yaml",
          "README.md",
          "cases.bicep",
          "module.bicep",
          "cases.arm.json",
          "cases.live.json",
          "snapshot.json");

  public Proof {
    cases = List.copyOf(cases);
    wrong = List.copyOf(wrong);
    lacking = List.copyOf(lacking);
    mutants = List.copyOf(mutants);
    unnoticed = List.copyOf(unnoticed);
  }

  /// The proof of a rule.
  ///
  /// @param path where its folder is
  /// @throws IOException when that can't be read
  public static Proof of(Path path, RuleFolder folder, Rule rule) throws IOException {
    List<Cases> cases = Cases.of(path, folder);
    List<String> wrong = new ArrayList<>(strays(path, folder));
    for (Cases it : cases) {
      wrong.addAll(it.faults());
      wrong.addAll(it.mismatches(rule));
    }
    List<Mutant> mutants = Mutant.of(rule);
    return new Proof(
        cases,
        wrong,
        lacking(rule, cases),
        mutants,
        // Cases that are wrong anyway notice everything.
        wrong.isEmpty() ? mutants.stream().filter(it -> !it.isNoticed(cases)).toList() : List.of());
  }

  /// Whether nothing is wrong or missing.
  public boolean holds() {
    return wrong.isEmpty() && lacking.isEmpty() && unnoticed.isEmpty();
  }

  /// The kinds of cases that must be there and are not, as sentences.
  public static List<String> lacking(Rule rule, List<Cases> cases) {
    Set<Annotation.Kind> shown =
        cases.stream()
            .flatMap(it -> it.annotations().all().stream())
            .map(Annotation::kind)
            .collect(Collectors.toSet());
    List<String> lacking = new ArrayList<>();
    if (!shown.contains(Annotation.Kind.RULEID)) {
      lacking.add("no case breaks the rule: `// ruleid: " + rule.id() + "`");
    }
    if (!shown.contains(Annotation.Kind.OK)) {
      lacking.add("no case keeps the rule: `// ok: " + rule.id() + "`");
    }
    if (!shown.contains(Annotation.Kind.UNKNOWN) && readsProperties(rule)) {
      lacking.add("no case can't be told: `// unknown: " + rule.id() + "`");
    }
    return lacking;
  }

  private static boolean readsProperties(Rule rule) {
    return Stream.of(
            rule.when().stream(),
            rule.variables().stream().map(it -> it.formula()),
            rule.validations().stream().map(it -> it.expression()))
        .flatMap(it -> it)
        .anyMatch(it -> it.text().contains("resource.properties"));
  }

  /// Files that look like cases and are read by nobody.
  private static List<String> strays(Path path, RuleFolder folder) throws IOException {
    String label = folder.rule().path().substring(0, folder.rule().path().lastIndexOf('/') + 1);
    List<String> strays = new ArrayList<>();
    try (Stream<Path> entries = Files.list(path)) {
      entries
          .map(it -> String.valueOf(it.getFileName()))
          .filter(it -> !FILES.contains(it) && looksLikeCases(it))
          .sorted()
          .forEach(it ->
              strays.add(
                  label
                      + it
                      + ": nobody reads this file; cases are in cases.bicep,"
                      + " cases.arm.json or cases.live.json"));
    }
    if (folder.module().isPresent() && folder.bicepCases().isEmpty()) {
      strays.add(label + "module.bicep: there is no cases.bicep that could call it");
    }
    return strays;
  }

  private static boolean looksLikeCases(String name) {
    return name.toLowerCase(Locale.ROOT).matches("(case|module).*|.*\\.(bicep|bicepparam|json)");
  }
}
