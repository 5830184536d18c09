package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.compile.RuleBook;
import dev.keylint.compile.RuleCompiler;
import dev.keylint.compile.RuleDirectory;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.resource.Resource;
import dev.keylint.rule.RuleFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class EngineTest {
  private static final String ACCOUNT = "Microsoft.CognitiveServices/accounts";
  private static RuleBook book;

  @BeforeAll
  static void compile() throws IOException {
    List<RuleFolder> folders = RuleDirectory.load(Path.of("rules"), "rules");
    book =
        RuleCompiler.compile(
            folders.stream().filter(it -> it.name().equals("openai-local-auth")).toList(),
            Set.of());
  }

  private static List<Finding> run(Resource... resources) {
    assertThat(book.diagnostics()).isEmpty();
    assertThat(book.rules()).hasSize(1);
    return Engine.run(book.rules(), List.of(Given.estate(resources)));
  }

  private static Finding only(String type, String yaml) {
    List<Finding> findings = run(Given.resource(type, yaml));
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  private static List<String> causes(Finding finding) {
    return ((Outcome.Open) finding.outcome()).because().stream().map(Outcome.Cause::text).toList();
  }

  @Test
  void falseFailsAtTheProperty() {
    Finding finding =
        only(ACCOUNT, "name: oai\nkind: OpenAI\nproperties:\n  disableLocalAuth: false\n");
    assertThat(finding.outcome()).isEqualTo(new Outcome.Fail());
    assertThat(finding.at()).hasToString("given.yaml:4:3");
    assertThat(finding.message())
        .isEqualTo("API keys open 'oai' to any network: disableLocalAuth is not true.");
    assertThat(finding.subject().property()).isEqualTo("properties.disableLocalAuth");
  }

  @Test
  void absentFailsAtTheDeclaration() {
    assertThat(only(ACCOUNT, "name: oai\nkind: AIServices\n").at()).hasToString("given.yaml:1:1");
  }

  @Test
  void nullFailsWhereItIsWritten() {
    Finding nothing = only(ACCOUNT, "kind: OpenAI\nproperties: {disableLocalAuth: null}\n");
    assertThat(nothing.outcome()).isEqualTo(new Outcome.Fail());
    assertThat(nothing.at()).hasToString("given.yaml:2:14");
  }

  @Test
  void keysAndTypesIgnoreCase() {
    Finding finding =
        only(
            "microsoft.COGNITIVESERVICES/accounts",
            "Kind: openai\nProperties: {DISABLElocalauth: true}\n");
    assertThat(finding.outcome()).isEqualTo(new Outcome.Pass());
  }

  @Test
  void aParameterWithoutValueIsOpen() {
    Finding finding =
        only(ACCOUNT, "kind: OpenAI\nproperties:\n  disableLocalAuth: {$parameter: keysOff}\n");
    assertThat(finding.outcome()).isInstanceOf(Outcome.Open.class);
    assertThat(finding.at()).hasToString("given.yaml:3:3");
    assertThat(finding.message())
        .isEqualTo(
            "It may be that API keys open 'thing' to any network: disableLocalAuth is not true.");
    assertThat(causes(finding)).containsExactly("parameter `keysOff` has no value");
  }

  @Test
  void allowedValuesDecideWhenTheyAgree() {
    String kinds = "kind: {$parameter: k, $allowed: [OpenAI, AIServices]}\n";
    assertThat(only(ACCOUNT, kinds).outcome()).isEqualTo(new Outcome.Fail());
    assertThat(only(ACCOUNT, kinds + "properties: {disableLocalAuth: true}\n").outcome())
        .isEqualTo(new Outcome.Pass());
    String mixed = "kind: {$parameter: k, $allowed: [OpenAI, FormRecognizer]}\n";
    assertThat(only(ACCOUNT, mixed).outcome()).isInstanceOf(Outcome.Open.class);
    String others = "kind: {$parameter: k, $allowed: [Face, FormRecognizer]}\n";
    assertThat(run(Given.resource(ACCOUNT, others))).isEmpty();
  }

  @Test
  void anUnknownKindNeverFails() {
    assertThat(only(ACCOUNT, "kind: {$parameter: k}\n").outcome()).isInstanceOf(Outcome.Open.class);
    assertThat(
            only(ACCOUNT, "kind: {$parameter: k}\nproperties: {disableLocalAuth: true}\n")
                .outcome())
        .isEqualTo(new Outcome.Pass());
  }

  @Test
  void otherKindsAndTypesHaveNoResult() {
    assertThat(run(Given.resource(ACCOUNT, "kind: FormRecognizer\n"))).isEmpty();
    assertThat(run(Given.resource("Microsoft.Search/searchServices", "kind: OpenAI\n"))).isEmpty();
  }

  @Test
  void aTextWhereABooleanBelongsIsOpenAndSaysSo() {
    Finding finding = only(ACCOUNT, "kind: OpenAI\nproperties: {disableLocalAuth: 'yes'}\n");
    assertThat(causes(finding))
        .containsExactly("`properties.disableLocalAuth` is the text 'yes', not a boolean");
  }

  @Test
  void copiesOfALoopAreOneFinding() {
    Resource copy =
        Given.resource(ACCOUNT, "kind: OpenAI\nproperties: {disableLocalAuth: false}\n");
    assertThat(run(copy, copy, copy))
        .singleElement()
        .satisfies(it -> assertThat(it.instances()).isEqualTo(3))
        .satisfies(it -> assertThat(it.deployments()).containsExactly("given.yaml"));
  }

  /// So many are asked on all cores.
  @Test
  void manyAreAnsweredInTheirOrder() {
    List<String> names = IntStream.range(0, 5_000).mapToObj(i -> "oai" + i).toList();
    Resource[] all =
        names.stream()
            .map(name -> Given.resource(ACCOUNT, "name: " + name + "\nkind: OpenAI\n"))
            .toArray(Resource[]::new);
    Answers answers = new Engine(book.rules()).judge(Given.estate(all));
    assertThat(answers.judged())
        .extracting(it -> it.subject().name())
        .containsExactlyElementsOf(names);
    assertThat(answers.judged()).allMatch(it -> it.outcome() instanceof Outcome.Fail);
  }
}
