package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.compile.CelCompilation;
import dev.keylint.eval.Evaluator;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.module.Lookup;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.Loaded;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.resource.Estate;
import dev.keylint.rule.Rule;
import dev.keylint.rule.RuleFile;
import dev.keylint.rule.RuleFolder;
import dev.keylint.rule.RuleReader;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Rules of a few lines, put to templates of a few lines.
///
/// @param folder where the templates are written
record Judged(Path folder) {
  private static final CelCompilation CEL = new CelCompilation();

  /// An account, and an application into whose settings a key of it is copied.
  static final String COPIED_KEY =
      """
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'oai'
        kind: 'OpenAI'
      }
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        properties: { siteConfig: { appSettings: [ { name: 'KEY', value: oai.listKeys().key1 } ] } }
      }
      """;

  /// A rule; `rest` has what it matches and demands.
  static Rule rule(String id, String rest) {
    String text =
        """
        id: %s
        title: A title
        severity: error
        precision: low
        since: 0.1.0
        remediation: Do it.
        docs: {why: Because.}
        """
                .formatted(id)
            + rest;
    RuleFolder rule = RuleFolder.of(id, Source.of("rules/" + id + "/rule.yaml", text));
    RuleFile read = RuleReader.read(rule, CEL);
    assertThat(read.diagnostics()).isEmpty();
    return read.rule().orElseThrow();
  }

  /// A rule that always fails, with this message.
  static Rule saying(String match, String message) {
    return rule(
        "saying",
        "match: {%s}\nvalidations:\n  - expression: 'false'\n    message: >-\n      %s\n"
            .formatted(match, message));
  }

  Judged with(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  /// What a template deploys, with nothing known of where.
  Estate estate(String bicep) {
    with("main.bicep", bicep);
    Workspace workspace = Workspace.of(folder);
    TemplateLoader loader =
        new TemplateLoader(workspace, new ModuleResolver(workspace, List.of(), List.of()));
    Location asked = new Location.WholeFile("main.bicep");
    var file = (Lookup.Found<WorkspaceFile>) workspace.file(folder.resolve("main.bicep"), asked);
    var template = (Loaded.Template) loader.load(file.value());
    return new Evaluator(RoleNames.NONE)
        .expand(template.template(), Optional.empty(), DeploymentContext.NONE, Limits.DEFAULT);
  }

  List<Finding> findings(Rule rule, String bicep) {
    return Engine.run(List.of(rule), List.of(estate(bicep)));
  }

  /// The message for each subject, as reports say it.
  List<String> messages(Rule rule, String bicep) {
    return findings(rule, bicep).stream().map(Finding::message).toList();
  }

  static String kind(Finding finding) {
    return switch (finding.outcome()) {
      case Outcome.Pass _ -> "pass";
      case Outcome.Fail _ -> "fail";
      case Outcome.Open _ -> "open";
    };
  }
}
