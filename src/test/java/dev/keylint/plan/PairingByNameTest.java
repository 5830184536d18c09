package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which template a parameter file is for.
class PairingByNameTest {
  private static final String BICEP = "param p string\noutput o string = p\n";

  @TempDir private Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project = new Project(folder);
  }

  private static String values(String more, String name) {
    return "{\"$schema\": \"https://x/2019-04-01/deploymentParameters.json#\", "
        + more
        + "\"parameters\": {\""
        + name
        + "\": {\"value\": \"v\"}}}";
  }

  private static String arm() {
    return "{\"$schema\": \"https://x/2019-04-01/deploymentTemplate.json#\", \"parameters\":"
        + " {\"p\": {\"type\": \"string\"}}, \"resources\": [], \"outputs\": {\"o\":"
        + " {\"type\": \"string\", \"value\": \"x\"}}}";
  }

  private static List<String> pairs(ScanPlan plan) {
    return plan.deployments().stream()
        .filter(it -> it.parameters().isPresent())
        .map(it -> it.template().shown() + " " + it.parameters().orElseThrow().shown())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "main.parameters.json,           main.bicep",
    "MAIN.Parameters.json,           main.bicep",
    "main.parameters.prod.json,      main.bicep",
    "main.prod.parameters.json,      main.prod.bicep",
    "main.prod.eu.parameters.json,   main.prod.bicep",
    "main.test.parameters.json,      main.bicep",
    "deep/main.parameters.json,",
    "mains.parameters.json,",
    ".parameters.json,",
  })
  void theLongestNameThatItsOwnStartsWith(String values, String template) {
    project.with("main.bicep", BICEP).with("main.prod.bicep", BICEP).with(values, values("", "p"));
    assertThat(pairs(project.plan("")))
        .isEqualTo(template == null ? List.of() : List.of(template + " " + values));
  }

  @Test
  void bothOfTwoHandWrittenTemplatesOfOneName() {
    project
        .with("a/main.bicep", BICEP)
        .with("a/main.json", arm())
        .with("b/main.json", arm())
        .with("c/main.jsonc", arm())
        .with("a/main.parameters.json", values("", "p"))
        .with("b/main.parameters.json", values("", "p"))
        .with("c/main.parameters.json", values("", "p"));
    assertThat(pairs(project.plan("")))
        .containsExactly(
            "a/main.bicep a/main.parameters.json",
            "a/main.json a/main.parameters.json",
            "b/main.json b/main.parameters.json",
            "c/main.jsonc c/main.parameters.json");
  }

  @Test
  void theTemplateThatItNamesItself() {
    project
        .with("main.bicep", BICEP)
        .with("other/part.bicep", BICEP)
        .with(
            "main.parameters.json",
            values("\"metadata\": {\"template\": \"other/part.bicep\"}, ", "p"))
        .with(
            "main.parameters.lost.json",
            values("\"metadata\": {\"template\": \"lost.bicep\"}, ", "p"));
    assertThat(pairs(project.plan("")))
        .containsExactly(
            "main.bicep main.parameters.lost.json", "other/part.bicep main.parameters.json");
  }

  @ParameterizedTest
  @CsvSource({
    "one.bicep,  p,     true",
    "one.bicep,  P,     true",
    "one.bicep,  q,     false",
    "one.json,   P,     true",
    "one.json,   q,     false",
  })
  void theOnlyRootOfItsFolderThatDeclaresItsNames(String root, String name, boolean paired) {
    project
        .with("a/" + root, root.endsWith("json") ? arm() : BICEP)
        .with("a/dev.parameters.json", values("", name));
    ScanPlan plan = project.plan("");
    assertThat(pairs(plan))
        .isEqualTo(paired ? List.of("a/" + root + " a/dev.parameters.json") : List.of());
    assertThat(plan.diagnostics())
        .extracting(Diagnostic::toString)
        .hasSize(paired ? 0 : 1)
        .allSatisfy(it -> assertThat(it).startsWith("a/dev.parameters.json: no template"));
  }

  @Test
  void ofTwoRootsNoneIsTheOnlyOne() {
    project
        .with("a.bicep", BICEP)
        .with("b.bicep", BICEP)
        .with("dev.parameters.json", values("", "p"));
    assertThat(pairs(project.plan(""))).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadInFullIsForNoRootByItsNames() {
    String broken = values("", "p").replace("{\"p\"", "[{\"p\"");
    project.with("a.bicep", BICEP).with("dev.parameters.json", broken);
    ScanPlan plan = project.plan("");
    assertThat(pairs(plan)).isEmpty();
    assertThat(plan.diagnostics()).extracting(it -> it.kind().incomplete()).contains(true);
  }

  @Test
  void theRootsThatAreNamedTogetherWithIt() {
    project
        .with("a.bicep", BICEP)
        .with("b.bicep", BICEP)
        .with("c.bicep", BICEP)
        .with("a.parameters.json", values("", "p"));
    assertThat(pairs(project.plan("b.bicep", "c.bicep", "a.parameters.json")))
        .containsExactly("b.bicep a.parameters.json", "c.bicep a.parameters.json");
    assertThat(pairs(project.plan("", "a.parameters.json")))
        .containsExactly("a.bicep a.parameters.json");
  }

  @Test
  void aBicepParameterFileSaysItsTemplateOrExtendsOneThatDoes() {
    project
        .with("main.bicep", BICEP)
        .with("base.bicepparam", "using 'main.bicep'\nparam p = 'b'")
        .with("dev.bicepparam", "using none\nextends 'base.bicepparam'\nparam p = 'd'")
        .with("lost.bicepparam", "using 'lost.bicep'\nparam p = 'l'")
        .with("free.bicepparam", "using none\nparam p = 'f'");
    ScanPlan plan = project.plan("");
    assertThat(pairs(plan))
        .containsExactly("main.bicep base.bicepparam", "main.bicep dev.bicepparam");
    assertThat(plan.diagnostics())
        .extracting(Diagnostic::toString)
        .singleElement()
        .asString()
        .startsWith("lost.bicepparam:1:7");
  }

  @ParameterizedTest
  @CsvSource({
    "main.bicep,      main.bicep main.dev.parameters.json;main.bicep use.bicepparam",
    "main.prod.bicep, main.prod.bicep main.prod.parameters.json",
    "twin.json,       twin.json twin.parameters.json",
    "other.bicep,",
  })
  void whatLiesBesideATemplateThatIsNamed(String named, String paired) {
    project
        .with("main.bicep", BICEP)
        .with("main.prod.bicep", BICEP)
        .with("other.bicep", BICEP)
        .with("twin.json", arm())
        .with("main.dev.parameters.json", values("", "p"))
        .with("main.prod.parameters.json", values("", "p"))
        .with("twin.parameters.json", values("", "p"))
        .with("any.parameters.json", values("", "p"))
        .with("use.bicepparam", "using 'main.bicep'\nparam p = 'b'")
        .with("others.bicepparam", "using 'lost.bicep'\nparam p = 'b'")
        .with("deep/main.parameters.json", values("", "p"));
    ScanPlan plan = project.plan(named);
    assertThat(pairs(plan)).isEqualTo(paired == null ? List.of() : List.of(paired.split(";")));
    assertThat(plan.diagnostics()).isEmpty();
  }

  @Test
  void aFileOfNoNameIsForTheOnlyTemplateBeside() {
    project.with("a/main.bicep", BICEP).with("a/dev.parameters.json", values("", "p"));
    assertThat(pairs(project.plan("a/main.bicep")))
        .containsExactly("a/main.bicep a/dev.parameters.json");
    project.with("a/other.bicep", BICEP);
    assertThat(pairs(project.plan("a/main.bicep"))).isEmpty();
  }

  /// As when their folder is scanned.
  @ParameterizedTest
  @CsvSource({
    "dev.parameters.json, part.bicep,  true",
    "parameters.json,     part.bicep,  true",
    "dev.json,            part.bicep,  true",
    "dev.json,            other.bicep, false",
    "dev.json,            other.json,  false",
    "part.parameters.json, part.bicep, false",
  })
  void aFileOfNoNameIsForTheOnlyTemplateThatIsNoPartOfIt(
      String values, String beside, boolean paired) {
    project
        .with("a/main.bicep", BICEP + "module m 'part.bicep' = { name: 'm', params: { p: p } }\n")
        .with("a/part.bicep", BICEP)
        .with("a/" + beside, beside.endsWith(".json") ? arm() : BICEP)
        .with("a/" + values, values("", "p"));
    List<String> expected = paired ? List.of("a/main.bicep a/" + values) : List.of();
    assertThat(pairs(project.plan("a/main.bicep"))).isEqualTo(expected);
    assertThat(pairs(project.plan("a")).stream().filter(it -> it.contains("main")).toList())
        .isEqualTo(expected);
  }

  @Test
  void theTemplateBesideAFileThatIsNamedAlone() {
    project
        .with("Main.bicep", BICEP)
        .with("main.dev.parameters.json", values("", "p"))
        .with("other.parameters.json", values("", "p"));
    assertThat(pairs(project.plan("main.dev.parameters.json")))
        .containsExactly("Main.bicep main.dev.parameters.json");
    assertThat(project.plan("other.parameters.json").diagnostics()).hasSize(1);
  }

  @Test
  void aFileThatIsNamedKeepsTheOthersAway() {
    project
        .with("main.bicep", BICEP)
        .with("main.parameters.json", values("", "p"))
        .with("main.dev.parameters.json", values("", "p"));
    assertThat(pairs(project.plan("main.bicep", "main.dev.parameters.json")))
        .containsExactly("main.bicep main.dev.parameters.json");
  }
}
