package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same declaration is made by one call and left out by another; the words name what keeps it
/// out there.
final class LeftOutCallsTest {
  private static final Keylint RULE = Keylint.with("search-local-auth");

  private static final String PART =
      """
      param on bool
      param keysOff bool
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = if (on) {
        name: 'docs-${uniqueString(deployment().name)}'
        properties: { disableLocalAuth: keysOff }
      }
      """;

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private List<String> warnings(String bicep) throws IOException {
    write("main.bicep", bicep);
    return warnings();
  }

  private List<String> warnings() {
    Scanned scanned = RULE.scan(folder);
    assertThat(scanned.exit()).isZero();
    return scanned.verdicts().stream()
        .filter(it -> it.kind().equals("fail"))
        .map(it -> it.file() + " " + it.level() + " " + it.message())
        .toList();
  }

  private void says(String words, String bicep) throws IOException {
    assertThat(warnings(bicep))
        .as(words)
        .singleElement()
        .asString()
        .contains(" warning If " + words + ": ");
  }

  private static String call(String symbol, String on, String keysOff) {
    return "module SYMBOL 'part.bicep' = { name: 'SYMBOL', params: { on: ON, keysOff: OFF } }\n"
        .replace("SYMBOL", symbol)
        .replace("ON", on)
        .replace("OFF", keysOff);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anotherCallThatMakesItDoesNotHideIt(boolean first) throws IOException {
    write("part.bicep", PART);
    String made = call("made", "true", "true");
    String out = call("out", "more", "false");
    says("`more` were true", "param more bool = false\n" + (first ? made + out : out + made));
    assertThat(RULE.scan(folder).out()).contains("1 declaration left out");
  }

  @Test
  void norDoesAnotherRootThatMakesIt() throws IOException {
    write("part.bicep", PART);
    write("a.bicep", call("made", "true", "true"));
    write("b.bicep", "param more bool = false\n" + call("out", "more", "false"));
    assertThat(warnings())
        .singleElement()
        .asString()
        .startsWith("part.bicep warning If `more` were true: ");
    assertThat(RULE.scan(folder).out())
        .contains("deployed by b.bicep")
        .doesNotContain("by a.bicep");
  }

  @Test
  void aModuleInAModuleIsToldByTheWholeWay() throws IOException {
    write("part.bicep", PART);
    write(
        "mid.bicep",
        "param on bool\nparam off bool\n"
            + call("part", "on", "off").replace("'part',", "'${deployment().name}-part',"));
    says(
        "`more` were true",
        """
        param more bool = false
        module a 'mid.bicep' = { name: 'a', params: { on: true, off: true } }
        module b 'mid.bicep' = { name: 'b', params: { on: more, off: false } }
        """);
  }

  @Test
  void aLoopOfTheSameModuleIsToldByItsCall() throws IOException {
    write(
        "part.bicep",
        """
        param names array
        param keysOff bool
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = [for n in names: {
          name: n
          properties: { disableLocalAuth: keysOff }
        }]
        """);
    says(
        "`more` had an item",
        """
        param more array = []
        module a 'part.bicep' = { name: 'a', params: { names: ['x'], keysOff: true } }
        module b 'part.bicep' = { name: 'b', params: { names: more, keysOff: false } }
        """);
  }

  /// One place, one finding; who else would deploy it is a related place.
  @Test
  void severalCallsThatLeaveItOutAreOneFinding() throws IOException {
    write("part.bicep", PART);
    says(
        "`more` were true",
        "param more bool = false\nparam most bool = false\n"
            + call("a", "more", "off")
            + call("b", "most", "off")
            + "var off = false\n");
    assertThat(RULE.scan(folder).out()).contains("if `most` were true: API keys open 'docs-");
  }

  @Test
  void whereAnErrorIsFoundThereIsNoWarning() throws IOException {
    write("part.bicep", PART);
    write(
        "main.bicep",
        "param more bool = false\nvar off = false\n"
            + call("a", "true", "off")
            + call("b", "more", "off"));
    Scanned scanned = RULE.scan(folder);
    assertThat(scanned.verdicts().stream().map(Scanned.Verdict::level).toList())
        .containsExactly("error");
  }

  @Test
  void aCallThatIsOffSaysNothingOfOneThatIsOn() throws IOException {
    write("part.bicep", PART);
    assertThat(
            warnings(
                "param more bool = false\n"
                    + call("a", "true", "true")
                    + call("b", "more", "true")))
        .isEmpty();
  }

  /// The other one keeps its parameters.
  @Test
  void whatIsSupposedOfOneCallIsNotSupposedOfAnother() throws IOException {
    write("part.bicep", PART.replace("keysOff }", "!on }"));
    says(
        "`on` were true",
        call("a", "false", "true") + "param never bool = false\n" + call("b", "never", "true"));
    assertThat(RULE.scan(folder).out()).contains("if `never` were true: API keys open 'docs-");
  }

  @Test
  void theConditionInsideIsTheReasonWhenTheCallIsMade() throws IOException {
    write(
        "mid.bicep",
        PART.replace("param keysOff bool", "param name string")
            .replace("keysOff", "false")
            .replace("if (on)", "if (!empty(name))"));
    String call =
        """
        param e string = ''
        param always bool = true
        param n string = ''
        module mid 'mid.bicep' = if (empty(e) || always) {
          name: 'mid', params: { on: true, name: n }
        }
        """;
    says("`n` were not empty", call);
  }

  @Test
  void twoGatesThatAreBothShutAreBothNamed() throws IOException {
    write("part.bicep", PART);
    says(
        "`more` were true and `inner` were true",
        """
        param more bool = false
        param inner bool = false
        module a 'part.bicep' = if (more) { name: 'a', params: { on: inner, keysOff: false } }
        """);
    says(
        "`more` were true",
        """
        param more bool = false
        module a 'part.bicep' = if (more) { name: 'a', params: { on: true, keysOff: false } }
        """);
  }

  @Test
  void whatHoldsAlreadyIsNotNamed() throws IOException {
    write("part.bicep", PART);
    write("main.bicepparam", "using 'main.bicep'\nparam a = true\nparam b = false\n");
    says(
        "`b` were true",
        """
        param a bool = false
        param b bool
        module m 'part.bicep' = if (a && b) { name: 'a', params: { on: true, keysOff: false } }
        """);
    assertThat(RULE.scan(folder).out())
        .contains("main.bicepparam:3:1")
        .doesNotContain("main.bicepparam:2:1");
  }

  @Test
  void eachDeploymentHasItsOwnWords() throws IOException {
    write(
        "main.bicep",
        "param on bool = true\nparam set object = { on: false }\nparam off bool = true\n"
            + PART.substring(PART.indexOf("resource"))
                .replace("if (on)", "if (on && set.on)")
                .replace("keysOff", "off"));
    write(
        "a.bicepparam",
        "using 'main.bicep'\nparam on = false\nparam set = { on: true }\nparam off = true\n");
    write(
        "z.bicepparam",
        "using 'main.bicep'\nparam on = true\nparam set = { on: false }\nparam off = false\n");
    assertThat(warnings()).singleElement().asString().contains(" If `set.on` were true: ");
    assertThat(RULE.scan(folder).out())
        .contains("z.bicepparam:3:19", "deployed by main.bicep with z.bicepparam")
        .doesNotContain("a.bicepparam:");
  }

  @Test
  void severalParameterFilesAreNamedTogether() throws IOException {
    write(
        "main.bicep",
        "param on bool = true\nvar keysOff = false\n" + PART.substring(PART.indexOf("resource")));
    write("a.bicepparam", "using 'main.bicep'\nparam on = false\n");
    write("z.bicepparam", "using 'main.bicep'\n\nparam on = false\n");
    assertThat(warnings()).hasSize(1);
    assertThat(RULE.scan(folder).out())
        .contains("a.bicepparam:2:1", "z.bicepparam:3:1")
        .contains("main.bicep with a.bicepparam, main.bicep with z.bicepparam");
  }

  /// When there is an item, its own condition says whether that is made.
  @Test
  void aLoopThatTurnsIsNotTheReason() throws IOException {
    says(
        "`on` were true",
        """
        param on bool = false
        param names array = ['a']
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = [for n in names: if (on) {
          name: n
          properties: { disableLocalAuth: false }
        }]
        """);
    says(
        "`names` had an item",
        """
        param on bool = true
        param names array = []
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = [for n in names: if (on) {
          name: n
          properties: { disableLocalAuth: false }
        }]
        """);
  }

  /// Two of them together would leave nothing known of the parameter.
  @Test
  void whatNeedsAnotherValueIsSupposedApart() throws IOException {
    String body = PART.substring(PART.indexOf("resource"));
    String bicep =
        "param env string = 'test'\n"
            + body.replace("if (on)", "if (env == 'dev')").replace("keysOff", "env == 'prod'")
            + body.replace("if (on)", "if (env == 'prod')")
                .replace("keysOff", "env == 'prod'")
                .replace("docs", "prod");
    says("`env` were 'dev'", bicep);
  }

  @Test
  void whatAnotherHangsOnStaysAsItIs() throws IOException {
    String body = PART.substring(PART.indexOf("resource"));
    String more = body.replace("docs", "more").replace("if (on)", "if (b)");
    String parameters = "param on bool = false\nparam b bool = false\n";
    assertThat(
            warnings(parameters + body.replace("keysOff", "true") + more.replace("keysOff", "!on")))
        .isEmpty();
    says(
        "`b` were true",
        parameters + body.replace("keysOff", "true") + more.replace("keysOff", "on"));
  }

  /// One that calls many times as many would take as long as there are ways.
  @Test
  void manyWaysAreBounded() throws IOException {
    write(
        "m0.bicep",
        PART.replace("param on bool", "param on bool = false")
            .replace("param keysOff bool", "")
            .replace("keysOff", "false"));
    for (int i = 1; i <= 8; i++) {
      String inner = "m" + (i - 1) + ".bicep";
      StringBuilder text = new StringBuilder("param on bool = false\n");
      for (int k = 0; k < 8; k++) {
        text.append("module c%d '%s' = if (on) { name: 'c%d' }\n".formatted(k, inner, k));
      }
      write("m" + i + ".bicep", text.toString());
    }
    Scanned scanned = RULE.scan(folder);
    assertThat(scanned.out()).contains("left out");
  }

  @Test
  void moreCallsThanAreTriedAreSaid() throws IOException {
    String calls = "param on bool = false\n";
    for (int i = 0; i < 14; i++) {
      String next = "module %s 'm" + (i + 1) + ".bicep' = " + (i == 0 ? "if (on) " : "") + "{}\n";
      String both = next.formatted("x") + next.formatted("y");
      write(i == 0 ? "main.bicep" : "m" + i + ".bicep", calls + both);
      calls = "";
    }
    write("m14.bicep", PART.replace("param on bool", "param on bool = true"));
    Scanned scanned = RULE.scan(folder, "main.bicep");
    assertThat(scanned.exit()).isEqualTo(3);
    assertThat(scanned.outWords()).contains("the deployment has more than 10000 calls");
  }
}
