package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.finding.Trace;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Severity;
import dev.keylint.text.CallPath;
import dev.keylint.text.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked about what no deployment makes, or a module that is not here, and what becomes of
/// several answers about one place.
final class EngineLeftOutTest {
  private static final String SEARCH = "Microsoft.Search/searchServices";
  private static final Location DECLARED = new Location.WholeFile("main.bicep");

  @TempDir private Path folder;

  private static Rule rule(String match, String validations) {
    return Judged.rule("asked", "match: {%s}\nvalidations: [%s]\n".formatted(match, validations));
  }

  private static Rule on(String expression) {
    return rule("resource: " + SEARCH, "{expression: %s, message: no}".formatted(expression));
  }

  private static Resource search(String name, String properties, boolean missing) {
    DeploymentPath root = DeploymentPath.of("main.bicep", Optional.empty());
    Resource given = Given.resource(SEARCH, "name: " + name + "\nproperties: {" + properties + "}");
    return Given.placed(
        given,
        DECLARED,
        missing
            ? root.into(new DeploymentPath.Call("m", DECLARED, false, Optional.empty(), true))
            : root);
  }

  private static List<String> said(Rule rule, Resource resource) {
    return new Engine(List.of(rule))
        .judge(Given.estate(resource)).judged().stream().map(Judged::kind).toList();
  }

  /// What is not known of it is said once, of the module.
  @Test
  void ofWhatAMissingModuleMakesOnlyFailuresAreSaid() {
    Rule rule = on("resource.properties.on");
    for (String known : List.of("on: true", "on: {$parameter: p}")) {
      assertThat(said(rule, search("s", known, true))).isEmpty();
      assertThat(said(rule, search("s", known, false))).hasSize(1);
    }
    assertThat(said(rule, search("s", "on: false", true))).containsExactly("fail");
  }

  @Test
  void theWayOfAKeyIsAskedToo() {
    Estate estate = new Judged(folder).estate(Judged.COPIED_KEY);
    CallPath account = CallPath.ROOT.into(estate.resources().getFirst().declaredAt());
    CallPath app = CallPath.ROOT.into(estate.resources().getLast().declaredAt());
    Engine flows = new Engine(List.of(rule("keyFlow: {}", "{expression: 'false', message: no}")));
    assertThat(flows.failures(estate, Set.of(app))).containsOnlyKeys(app);
    assertThat(flows.failures(estate, Set.of(account))).isEmpty();
    assertThat(flows.judge(estate).judged()).hasSize(1);
  }

  /// An output is no resource, though a key flows into it.
  @Test
  void onlyWhatResourcesSayIsAFailureOfThem() {
    Estate estate =
        new Judged(folder).estate(Judged.COPIED_KEY + "output key string = oai.listKeys().key1\n");
    CallPath app = CallPath.ROOT.into(estate.resources().getLast().declaredAt());
    CallPath output = CallPath.ROOT.into(estate.outputs().getFirst().at());
    Engine flows = new Engine(List.of(rule("keyFlow: {}", "{expression: 'false', message: no}")));
    assertThat(flows.failures(estate, Set.of(output))).isEmpty();
    assertThat(flows.failures(estate, Set.of(output, app))).containsKey(app);
    Engine outputs = new Engine(List.of(rule("output: {}", "{expression: 'false', message: no}")));
    assertThat(outputs.failures(estate, Set.of(output, app))).isEmpty();
    assertThat(outputs.judge(estate).judged()).hasSize(1);
  }

  private static Engine tracing(Rule rule) {
    return new Engine(
        List.of(rule), Optional.of(new TraceRequest("asked", "srch")), Optional.empty());
  }

  @Test
  void anAnswerAboutWhatIsNotDeployedIsExplainedAsSuch() {
    Rule rule = on("resource.properties.on");
    Estate estate = Given.estate(search("srch", "on: false", false));
    Set<CallPath> declared = Set.of(CallPath.ROOT.into(DECLARED));
    assertThat(tracing(rule).traces(estate, declared))
        .extracting(Trace::answer)
        .containsExactly("fails, if it were deployed");
    assertThat(tracing(rule).traces(estate, Set.of())).isEmpty();
    assertThat(new Engine(List.of(rule)).traces(estate, declared)).isEmpty();
  }

  @Test
  void withoutARequestNothingIsAskedForAnExplanation() {
    String doubled =
        IntStream.rangeClosed(1, 25)
            .mapToObj(i ->
                "{name: v%d, expression: variables.v%d + variables.v%d}".formatted(i, i - 1, i - 1))
            .collect(Collectors.joining(", "));
    Rule heavy =
        Judged.rule(
            "asked",
            """
            match: {resource: %s, when: resource.properties.heavy}
            variables: [{name: v0, expression: "'x'"}, %s]
            validations: [{expression: variables.v25 == '', message: no}]
            """
                .formatted(SEARCH, doubled));
    Engine engine = new Engine(List.of(heavy));
    Set<CallPath> declared = Set.of(CallPath.ROOT.into(DECLARED));
    engine.traces(Given.estate(search("srch", "heavy: true", false)), declared);
    Estate light = Given.estate(search("srch", "heavy: false", false));
    assertThat(engine.judge(light).exceeding()).isEmpty();
    assertThat(engine.judge(Given.estate(search("srch", "heavy: true", false))).exceeding())
        .containsExactly("asked");
  }

  @Test
  void theSubjectsAreNamedThatMayBeAskedFor() {
    Engine engine = tracing(on("resource.properties.on"));
    assertThat(engine.traceable()).isEmpty();
    engine.judge(Given.estate(search("two", "on: false", false), search("one", "", false)));
    assertThat(engine.traceable()).containsExactly("one", "two");
    Engine other =
        new Engine(
            List.of(on("'true'")),
            Optional.of(new TraceRequest("other", "srch")),
            Optional.empty());
    other.judge(Given.estate(search("two", "on: false", false)));
    assertThat(other.traceable()).isEmpty();
  }

  private static Finding merged(Rule rule, String... properties) {
    Resource[] all =
        Stream.of(properties)
            .map(it -> search("s-" + it.charAt(0), it, false))
            .toArray(Resource[]::new);
    List<Finding> findings = Engine.run(List.of(rule), List.of(Given.estate(all)));
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  private static final Rule TWO =
      rule(
          "resource: " + SEARCH,
          "{expression: resource.properties.mild, at: resource, severity: warning,"
              + " message: \"mild {resource.name}\"},"
              + " {expression: resource.properties.grave, at: resource,"
              + " message: \"grave {resource.name}\"}");

  @Test
  void theWorstLevelSpeaksForAllCopies() {
    String mild = "mild: false, grave: true";
    String grave = "grave: false, mild: true";
    for (Finding finding : List.of(merged(TWO, mild, grave), merged(TWO, grave, mild))) {
      assertThat(finding.severity()).isEqualTo(Severity.ERROR);
      assertThat(finding.message()).isEqualTo("grave s-g");
      assertThat(finding.instances()).isEqualTo(2);
    }
  }

  @Test
  void whatElseIsSaidAtTheSameLevelIsRelated() {
    String grave = "grave: false, mild: true";
    String mild = "mild: false, grave: true";
    assertThat(merged(TWO, grave, grave.replace("grave: false", "also: 1, grave: false")).related())
        .extracting(it -> it.at() + " " + it.message())
        .containsExactly("main.bicep also s-a");
    assertThat(merged(TWO, mild, grave).related()).isEmpty();
  }

  @Test
  void theFirstSpeaksForItsEquals() {
    Rule rule =
        rule(
            "resource: " + SEARCH,
            "{expression: 'false', at: resource, message: \"of {resource.name}\"}");
    assertThat(merged(rule, "a: 1", "b: 1").message()).isEqualTo("of s-a");
  }

  @Test
  void allSayWhyTheyAreOpen() {
    Rule rule =
        rule(
            "resource: " + SEARCH,
            "{expression: resource.properties.on, at: resource, message: no}");
    Finding both = merged(rule, "on: {$parameter: one}", "on: {$parameter: two}");
    assertThat(((Outcome.Open) both.outcome()).because())
        .extracting(Outcome.Cause::text)
        .containsExactly("parameter `one` has no value", "parameter `two` has no value");
  }
}
