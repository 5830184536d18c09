package dev.keylint.cases;

import dev.keylint.check.Engine;
import dev.keylint.check.Merger;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.resource.Estate;
import dev.keylint.rule.Rule;
import dev.keylint.rule.RuleFolder;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A file with cases, expanded, and its annotations.
///
/// @param file the path that messages call it by
/// @param snapshot what there is in Azure beside them
/// @param faults what is wrong with the file itself, with places
/// @param line the line of a place in the file or its module
public record Cases(
    String file,
    Annotations annotations,
    List<Estate> estates,
    Optional<Estate> snapshot,
    List<String> faults,
    Function<Location, Line> line) {
  public Cases {
    estates = List.copyOf(estates);
    faults = List.copyOf(faults);
  }

  /// All cases of a rule.
  ///
  /// @param path where its folder is
  public static List<Cases> of(Path path, RuleFolder folder) {
    List<Cases> cases = new ArrayList<>();
    folder
        .bicepCases()
        .ifPresent(it -> {
          List<Source> files = new ArrayList<>(List.of(it));
          folder.module().ifPresent(files::add);
          cases.add(template(path, files, folder));
        });
    folder.armCases().ifPresent(it -> cases.add(template(path, List.of(it), folder)));
    folder.liveCases().ifPresent(it -> cases.add(live(it, folder.name())));
    return cases;
  }

  /// The cases of a template, which is evaluated without parameters.
  ///
  /// @param files the template and the module that it may call
  private static Cases template(Path at, List<Source> files, RuleFolder folder) {
    CaseTemplate template = CaseTemplate.expand(at, files);
    Annotations annotations =
        Annotations.join(files.stream().map(it -> Annotations.read(it, folder.name())).toList());
    String path = files.getFirst().path();
    List<String> faults = new ArrayList<>(annotations.mistakes());
    faults.addAll(template.faults());
    Optional<Estate> snapshot = folder.snapshot().map(it -> LiveBodies.read(it).estate());
    snapshot.ifPresent(it -> it.diagnostics().forEach(each -> faults.add(each.toString())));
    if (template.estates().size() != 1) {
      faults.add(path + ": no resource group or subscription can be deployed from it");
    }
    return new Cases(path, annotations, template.estates(), snapshot, faults, template::line);
  }

  /// The cases of bodies that Azure returned, all in one estate.
  private static Cases live(Source source, String rule) {
    LiveBodies bodies = LiveBodies.read(source);
    Annotations annotations = Annotations.read(source, rule);
    return new Cases(
        source.path(),
        annotations,
        List.of(bodies.estate()),
        Optional.empty(),
        Stream.concat(
                annotations.mistakes().stream(),
                bodies.estate().diagnostics().stream().map(Diagnostic::toString))
            .toList(),
        bodies::line);
  }

  /// Where this rule says something else than the annotations, and what it takes too much for.
  public List<String> mismatches(Rule rule) {
    Engine engine = new Engine(List.of(rule), Optional.empty(), snapshot);
    Merger merger = new Merger(List.of(rule));
    estates.forEach(it -> merger.add(engine.judge(it)));
    List<Answer> answers = merger.findings().stream().flatMap(it -> answer(it).stream()).toList();
    List<String> mismatches = new ArrayList<>(Mismatches.of(annotations.all(), answers));
    merger.diagnostics().stream()
        .filter(it -> it.kind() == Diagnostic.Kind.CONFIGURATION)
        .map(Diagnostic::toString)
        .forEach(mismatches::add);
    return mismatches;
  }

  private Optional<Answer> answer(Finding finding) {
    Line at = line.apply(finding.at());
    String words = words(finding);
    String message = at.equals(Line.ELSEWHERE) ? finding.at() + ": " + words : words;
    return switch (finding.outcome()) {
      case Outcome.Pass _ -> Optional.empty();
      case Outcome.Fail _ -> Optional.of(new Answer(Answer.Kind.FAIL, at, message));
      case Outcome.Open _ -> Optional.of(new Answer(Answer.Kind.OPEN, at, message));
    };
  }

  /// What is said, and of an open verdict why.
  private static String words(Finding finding) {
    return finding.outcome() instanceof Outcome.Open(var because)
        ? finding.message() + " " + because.stream().map(Outcome.Cause::text).toList()
        : finding.message();
  }
}
