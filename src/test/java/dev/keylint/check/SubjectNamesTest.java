package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding;
import dev.keylint.resource.Estate;
import dev.keylint.rule.Rule;
import dev.keylint.text.Location;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a finding calls what a rule is about, and how rules see it.
final class SubjectNamesTest {
  private static final String ESTATE =
      """
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'oai'
        kind: 'OpenAI'
      }
      resource job 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = { name: 'job' }
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        properties: { siteConfig: { appSettings: [
          { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com' }
          { name: 'KEY', value: oai.listKeys().key1 }
        ] } }
      }
      resource fill 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
        name: 'fill'
        kind: 'AzureCLI'
        properties: { azCliVersion: '2.60.0', scriptContent: 'az group list' }
      }
      module m 'mod.bicep' = { name: 'm' }
      output word string = 'x'
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          resource: Microsoft.Web/sites                    | app
          call: {}                                         | app
          workload: {}, when: "workload.name == 'app'"     | app
          workload: {}, when: "workload.name == 'fill'"    | fill
          identity: {}                                     | job
          keyFlow: {}                                      | setting 'KEY' of app
          moduleCall: {}                                   | module 'm'
          output: {}                                       | output 'word'
          script: {}                                       | fill
          """)
  void itIsCalledByItsName(String match, String name) {
    assertThat(
            new Judged(folder)
                .with("mod.bicep", "param x string = 'y'\n")
                .findings(Judged.saying(match, "no"), ESTATE))
        .extracting(it -> it.subject().name())
        .containsExactly(name);
  }

  @Test
  void aScriptBesideTemplatesIsCalledByWhoRunsIt() {
    Finding finding = hook(false, Judged.saying("script: {}", "no")).getFirst();
    assertThat(finding.subject().name()).isEqualTo("hook 'postprovision'");
    assertThat(finding.at()).hasToString("azure.yaml");
  }

  /// What a rule says of a hook of `azure.yaml` whose command stands in a file of its own.
  private static List<Finding> hook(boolean elsewhere, Rule rule) {
    Estate.Script hook =
        new Estate.Script(
            "postprovision",
            "hook",
            List.of(new Value.Str("az group list", Origin.at(new Location.WholeFile("run.sh")))),
            List.of(),
            elsewhere,
            new Location.WholeFile("azure.yaml"));
    return Engine.run(List.of(rule), List.of(Estate.of("azure.yaml", List.of(hook))));
  }

  private static Rule ofCommands(String expression) {
    return Judged.rule(
        "hooks",
        """
        match: {script: {}}
        validations: [{expression: "%s", at: "script.commands[0]", message: no}]
        """
            .formatted(expression));
  }

  @Test
  void aCommandStandsInItsOwnFile() {
    Finding finding =
        hook(false, ofCommands("!script.commands.exists(c, c.contains('list'))")).getFirst();
    assertThat(Judged.kind(finding)).isEqualTo("fail");
    assertThat(finding.at()).hasToString("run.sh");
  }

  /// What stands in a template is shown where its property is.
  @Test
  void aCommandOfATemplateStandsInItsProperty() {
    String bicep =
        """
        resource fill 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
          name: 'fill'
          kind: 'AzureCLI'
          properties: { azCliVersion: '2.60.0', scriptContent: loadTextContent('run.sh') }
        }
        """;
    assertThat(
            new Judged(folder)
                .with("run.sh", "az group list\n")
                .findings(ofCommands("false"), bicep))
        .extracting(it -> it.at().toString())
        .containsExactly("main.bicep:4:41");
  }

  /// A file that is not here has a finding of its own.
  @Test
  void whatCouldNotBeReadOfAScriptMayBeAnything() {
    Location at = new Location.WholeFile("azure.yaml");
    Value.Unknown missing = Doubt.of("run.sh", new Reason.MissingFile("run.sh"), at);
    assertThat(unread(missing)).containsExactly("pass");
    assertThat(unread(missing, Doubt.notStated("what `run.sh` does", at))).containsExactly("open");
  }

  private static List<String> unread(Value.Unknown... unread) {
    Location at = new Location.WholeFile("azure.yaml");
    Estate.Script hook =
        new Estate.Script("postprovision", "hook", List.of(), List.of(unread), false, at);
    Rule rule = ofCommands("!script.commands.exists(c, c.contains('list'))");
    return Engine.run(List.of(rule), List.of(Estate.of("azure.yaml", List.of(hook)))).stream()
        .map(Judged::kind)
        .toList();
  }

  @Test
  void aScriptIsJudgedInOneEstate() {
    assertThat(hook(false, ofCommands("false"))).hasSize(1);
    assertThat(hook(true, ofCommands("false"))).isEmpty();
  }

  /// What is only referred to is judged where it is declared.
  @Test
  void aWorkloadThatIsOnlyReferredToIsNotAsked() {
    String site = "resource app 'Microsoft.Web/sites@2024-04-01' = { name: 'app' }\n";
    Rule rule = Judged.saying("workload: {}", "no");
    assertThat(new Judged(folder).findings(rule, site)).hasSize(1);
    assertThat(new Judged(folder).findings(rule, site.replace("' =", "' existing ="))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          identity: { type: 'None' } => main.bicep:3:3
          identity: null             => main.bicep:1:1
          kind: 'app'                => main.bicep:1:1
          """)
  void anIdentityThatIsMissingIsPointedAtWhereItIsWritten(String identity, String at) {
    Rule rule =
        Judged.rule(
            "identity",
            """
            match: {workload: {}}
            validations: [{expression: workload.hasIdentity, at: workload.hasIdentity, message: no}]
            """);
    String bicep =
        "resource app 'Microsoft.Web/sites@2024-04-01' = {\n  name: 'app'\n  " + identity + "\n}\n";
    assertThat(new Judged(folder).findings(rule, bicep))
        .extracting(it -> Judged.kind(it) + " " + it.at())
        .containsExactly("fail " + at);
  }

  @ParameterizedTest
  @CsvSource({"'', pass", "'properties: null', pass", "'properties: {a: 1}', fail"})
  void theirPropertiesAreNeverAbsent(String properties, String said) {
    String type = "Microsoft.Search/searchServices";
    Rule rule =
        Judged.rule(
            "seen",
            """
            match: {resource: %s}
            validations: [{expression: "!has(resource.properties.a)", message: no}]
            """
                .formatted(type));
    Estate estate = Given.estate(Given.resource(type, "name: srch\n" + properties));
    assertThat(Engine.run(List.of(rule), List.of(estate)))
        .extracting(Judged::kind)
        .containsExactly(said);
  }

  /// A policy that may be one of two is read with each: it is none of its addresses itself.
  @ParameterizedTest
  @CsvSource({
    "b.example.com, c.example.com, fail",
    "b.example.com, a.openai.azure.com, open",
    "b.openai.azure.com, a.openai.azure.com, pass"
  })
  void whatCouldNotBeReadIsReadWithEachChoice(String first, String second, String said) {
    assertThat(ofPolicy(first, second, "call.host.contains('.azure.com')")).containsExactly(said);
  }

  @Test
  void norIsItHowTheCallSignsIn() {
    String expression = "call.credential == 'managed-identity'";
    assertThat(ofPolicy("a.openai.azure.com", "b.openai.azure.com", expression))
        .containsExactly("pass");
  }

  /// What a rule says of the call of a policy that may be one of two.
  private List<String> ofPolicy(String first, String second, String expression) {
    String bicep =
        """
        @allowed([ '<policies>FIRST</policies>', '<policies>SECOND</policies>' ])
        param policy string
        resource gateway 'Microsoft.ApiManagement/service@2024-05-01' = {
          name: 'gateway'
          resource all 'policies' = { name: 'policy', properties: { value: policy } }
        }
        """
            .replace("FIRST", inbound(first))
            .replace("SECOND", inbound(second));
    Rule rule =
        Judged.rule(
            "address",
            """
            match: {call: {}}
            validations: [{expression: "%s", message: no}]
            """
                .formatted(expression));
    return new Judged(folder).findings(rule, bicep).stream().map(Judged::kind).toList();
  }

  private static String inbound(String host) {
    return "<inbound><set-backend-service base-url=\"https://"
        + host
        + "\" /><authentication-managed-identity resource=\"https://cognitiveservices.azure.com\""
        + " /></inbound>";
  }
}
