package dev.keylint.report;

import dev.keylint.finding.Coverage;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Fix;
import dev.keylint.finding.Outcome;
import dev.keylint.finding.ScanSummary;
import dev.keylint.finding.Suppression;
import dev.keylint.rule.Docs;
import dev.keylint.rule.Match;
import dev.keylint.rule.Metadata;
import dev.keylint.rule.Precision;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Severity;
import dev.keylint.rule.Status;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A small estate as the engine would report it, made by hand.
final class Samples {
  static final Source MAIN =
      Source.of(
          "infra/main.bicep",
          """
          param location string = resourceGroup().location
          param keysOff bool
          param openAiKeysOff bool = true
          param names array = ['chat', 'embed']

          resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = [for name in names: {
            name: name
            location: location
            kind: 'OpenAI'
            properties: {
              customSubDomainName: name
              disableLocalAuth: openAiKeysOff
            }
          }]

          resource search 'Microsoft.Search/searchServices@2025-05-01' = {
            name: 'srch-docs'
            location: location
            properties: {
              disableLocalAuth: keysOff
              authOptions: {
                apiKeyOnly: {}
              }
            }
          }

          resource app 'Microsoft.Web/sites@2024-11-01' = {
            name: 'app-chat'
            location: location
            properties: {
              siteConfig: {
                appSettings: [
                  { name: 'AZURE_OPENAI_KEY', value: account[0].listKeys().key1 }
                ]
              }
            }
          }

          module roles 'br/public:roles/data-reader:1.2.0' = {
            params: { principalId: app.identity.principalId }
          }
          """);

  static final Source PARAMETERS =
      Source.of("infra/prod.bicepparam", "using 'main.bicep'\n\nparam openAiKeysOff = false\n");

  private Samples() {}

  /// The place of a text in a source; it must occur once.
  static Location.InFile at(Source source, String text) {
    int start = source.text().indexOf(text);
    if (start < 0 || source.text().indexOf(text, start + 1) >= 0) {
      throw new IllegalStateException(source + " must have once: " + text);
    }
    return new Location.InFile(source, new Span(start, start + text.length()));
  }

  static Rule rule(String id, String title, Severity severity, double number, String... tags) {
    return new Rule(
        new Metadata(
            id,
            title,
            severity,
            Optional.of(number),
            Precision.VERY_HIGH,
            "0.1.0",
            Status.STABLE,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            false,
            List.of(tags),
            Map.of("cwe", List.of("CWE-1390"))),
        new Match.Each(Match.Kind.CALL),
        Optional.empty(),
        new Value.Obj(Properties.of(List.of()), Origin.at(new Location.WholeFile(id))),
        List.of(),
        List.of(),
        "Turn keys off once every caller signs in.",
        Optional.empty(),
        new Docs(
            "A key names no caller and obeys no role.\n\nIt works from anywhere.",
            List.of("https://learn.microsoft.com/azure/ai-services/disable-local-auth"),
            Optional.of(new Docs.Example("bicep", "disableLocalAuth: false")),
            Optional.of(new Docs.Example("bicep", "disableLocalAuth: true"))));
  }

  static List<Rule> rules() {
    return List.of(
        rule("search-keys-only", "Search refuses tokens", Severity.WARNING, 6.5, "keyless"),
        rule("openai-local-auth", "The account accepts keys", Severity.ERROR, 8.2, "security"),
        rule("key-in-app-setting", "A key is in a setting", Severity.ERROR, 8.8, "security"),
        rule("search-local-auth", "Search accepts keys", Severity.ERROR, 8.2, "security"));
  }

  static Finding openAi() {
    return new Finding(
        "openai-local-auth",
        Severity.ERROR,
        new Outcome.Fail(),
        "API keys open 'chat': disableLocalAuth is false.",
        at(MAIN, "disableLocalAuth: openAiKeysOff"),
        List.of(
            new Finding.Related(at(PARAMETERS, "false"), "the value comes from here"),
            new Finding.Related(
                at(MAIN, "openAiKeysOff bool = true"), "parameter `openAiKeysOff` has a default")),
        new Finding.Subject(
            "Microsoft.CognitiveServices/accounts",
            "chat",
            "resourceGroup().id/Microsoft.CognitiveServices/accounts/chat",
            "properties.disableLocalAuth"),
        List.of("infra/main.bicep with infra/prod.bicepparam"),
        2,
        "Set disableLocalAuth to true once every caller signs in with Microsoft Entra ID.",
        Optional.of(
            new Fix(
                "set disableLocalAuth to true",
                List.of(new Fix.Edit(at(MAIN, "openAiKeysOff\n"), "true\n")),
                dev.keylint.rule.Fix.Safety.UNSAFE,
                Optional.of("callers that still send a key get 401 after the deployment"))),
        Optional.empty());
  }

  static Finding keyInSetting() {
    return new Finding(
        "key-in-app-setting",
        Severity.ERROR,
        new Outcome.Fail(),
        "The setting 'AZURE_OPENAI_KEY' of 'app-chat' holds a key of 'chat'.",
        at(MAIN, "account[0].listKeys().key1"),
        List.of(),
        new Finding.Subject(
            "Microsoft.Web/sites", "app-chat", "rg/app-chat", "properties.siteConfig.appSettings"),
        List.of("infra/main.bicep", "infra/main.bicep with infra/prod.bicepparam"),
        1,
        "Remove the setting and let the app sign in with its identity.",
        Optional.empty(),
        Optional.empty());
  }

  static Finding keysOnly() {
    return new Finding(
        "search-keys-only",
        Severity.WARNING,
        new Outcome.Fail(),
        "'srch-docs' refuses tokens: authOptions allows API keys only.",
        at(MAIN, "authOptions: {\n      apiKeyOnly: {}\n    }"),
        List.of(),
        new Finding.Subject(
            "Microsoft.Search/searchServices",
            "srch-docs",
            "rg/srch-docs",
            "properties.authOptions"),
        List.of("infra/main.bicep"),
        1,
        "Set aadOrApiKey, or turn keys off.",
        Optional.empty(),
        Optional.empty());
  }

  static Finding open() {
    return new Finding(
        "search-local-auth",
        Severity.ERROR,
        new Outcome.Open(
            List.of(
                new Outcome.Cause(
                    "parameter `keysOff` has no value",
                    at(MAIN, "param keysOff bool"),
                    Optional.of(
                        "give `keysOff` a value in a parameter file: it fails for false")))),
        "It may be that API keys open 'srch-docs': disableLocalAuth is not true.",
        at(MAIN, "disableLocalAuth: keysOff"),
        List.of(),
        new Finding.Subject(
            "Microsoft.Search/searchServices",
            "srch-docs",
            "rg/srch-docs",
            "properties.disableLocalAuth"),
        List.of("infra/main.bicep"),
        1,
        "Set disableLocalAuth to true.",
        Optional.empty(),
        Optional.empty());
  }

  static Finding pass() {
    return new Finding(
        "search-local-auth",
        Severity.ERROR,
        new Outcome.Pass(),
        "No API key opens 'srch-docs'.",
        at(MAIN, "disableLocalAuth: keysOff"),
        List.of(),
        open().subject(),
        List.of("infra/main.bicep with infra/prod.bicepparam"),
        1,
        "",
        Optional.empty(),
        Optional.empty());
  }

  static Finding suppressed() {
    return keysOnly()
        .suppressed(
            new Suppression(
                Suppression.Origin.SOURCE,
                "moves in spring",
                Optional.of("2027-03-31"),
                at(MAIN, "resource search")));
  }

  static List<Diagnostic> diagnostics() {
    return List.of(
        Diagnostic.of(
                Diagnostic.Kind.MISSING_MODULE,
                "module `br/public:roles/data-reader:1.2.0` is not here",
                at(MAIN, "'br/public:roles/data-reader:1.2.0'"))
            .help("run `keylint restore`, or give its folder with --registry-dir"),
        Diagnostic.of(
            Diagnostic.Kind.UNREADABLE,
            "`infra/old.bicep` is not UTF-8",
            new Location.WholeFile("infra/old.bicep")));
  }

  static Coverage coverage() {
    return new Coverage(
        3,
        List.of("infra/old.bicep"),
        List.of("infra/main.bicep", "infra/main.bicep with infra/prod.bicepparam"),
        List.of("br/public:roles/data-reader:1.2.0"),
        Map.of(
            "Microsoft.CognitiveServices/accounts",
            2,
            "Microsoft.Search/searchServices",
            1,
            "Microsoft.Web/sites",
            1),
        4,
        4,
        1,
        List.of());
  }

  static ReportInput input(List<Finding> findings, List<Diagnostic> diagnostics) {
    return input(run("", 1), findings, diagnostics);
  }

  /// The same run on other findings.
  static ReportInput in(ReportInput.Run run, List<Finding> findings) {
    return input(run, findings, List.of());
  }

  private static ReportInput input(
      ReportInput.Run run, List<Finding> findings, List<Diagnostic> diagnostics) {
    return new ReportInput(
        tool(),
        run,
        rules(),
        findings,
        diagnostics,
        ScanSummary.of(coverage(), findings, diagnostics),
        Redaction.byShape());
  }

  static ReportInput with(ReportInput input, Redaction redaction) {
    return new ReportInput(
        input.tool(),
        input.run(),
        input.rules(),
        input.findings(),
        input.diagnostics(),
        input.summary(),
        redaction);
  }

  /// A run without findings.
  static ReportInput covering(Coverage coverage, boolean live) {
    return new ReportInput(
        tool(),
        live ? live() : run("", 0),
        rules(),
        List.of(),
        List.of(),
        ScanSummary.of(coverage, List.of(), List.of()),
        Redaction.byShape());
  }

  static ReportInput.Run run(String root, int exitCode) {
    return run("templates", Optional.empty(), exitCode, root);
  }

  static ReportInput.Run live() {
    return run("contoso", Optional.of("https://portal.azure.com"), 1, "");
  }

  private static ReportInput.Run run(
      String category, Optional<String> portal, int exitCode, String root) {
    Optional<String> profile = Optional.empty();
    boolean live = portal.isPresent();
    return new ReportInput.Run(
        category,
        profile,
        live,
        portal,
        exitCode,
        root,
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /// A finding at another place, of another resource for each place.
  static Finding with(Finding finding, Severity severity, Location at) {
    Finding.Subject subject = finding.subject();
    return new Finding(
        finding.ruleId(),
        severity,
        finding.outcome(),
        finding.message(),
        at,
        List.of(),
        new Finding.Subject(
            subject.type(), subject.name(), subject.id() + at + ends(at), subject.property()),
        finding.deployments(),
        finding.instances(),
        finding.remediation(),
        Optional.empty(),
        Optional.empty());
  }

  private static String ends(Location at) {
    return at instanceof Location.InFile file ? ":" + file.span().end() : "";
  }

  /// A finding with these words only.
  static Finding worded(
      String ruleId, String message, Location at, List<Finding.Related> related, Outcome outcome) {
    return new Finding(
        ruleId,
        Severity.ERROR,
        outcome,
        message,
        at,
        related,
        new Finding.Subject("Microsoft.Web/sites", "app", "rg/app", ""),
        List.of(),
        1,
        "",
        Optional.empty(),
        Optional.empty());
  }

  static ReportInput.Tool tool() {
    return new ReportInput.Tool(
        "0.1.0", "https://keylint.example/", "https://keylint.example/rules/", Set.of());
  }

  /// All kinds of answers at once.
  static ReportInput all() {
    return input(List.of(keysOnly(), open(), openAi(), keyInSetting(), pass()), diagnostics());
  }
}
