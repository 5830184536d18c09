package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `keylint rules new` and `rules test`: a new rule is proved, and each way to break it is said.
final class RuleToolsTest {
  private static final Keylint KEYLINT = Keylint.SAMPLE;
  private static final String MODULE =
      """
      param access string
      resource own 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'search-module'
        properties: {
          // ruleid: open-search "'search-module'"
          publicNetworkAccess: access
        }
      }
      resource fixed 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'search-fixed'
        properties: {
          // ruleid: open-search "'search-fixed'"
          publicNetworkAccess: 'Enabled'
        }
      }
      """;

  @TempDir private Path folder;
  private Path rule = Path.of("");

  @BeforeEach
  void write() {
    Scanned run = KEYLINT.run(folder, "rules", "new", "open-search", "--dir", "mine");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("mine/open-search/rule.yaml", "`keylint rules test mine`");
    rule = folder.resolve("mine/open-search");
  }

  private void change(String file, String from, String to) throws IOException {
    String text = Files.readString(rule.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(rule.resolve(file), text.replace(from, to));
  }

  private Scanned test() {
    return KEYLINT.run(folder, "rules", "test", "mine");
  }

  @Test
  void aNewRuleIsProvedAndFinds() {
    Scanned run = test();
    assertThat(run.out())
        .isEqualTo(
            "open-search: compiles, all 4 cases agree, each condition is noticed\n"
                + "1 rule: 1 proved by cases, 0 not, 0 not compiled\n");
    assertThat(run.exit()).isZero();
    assertThat(KEYLINT.run(folder, "rules", "test", "mine/open-search").exit()).isZero();
    assertThat(KEYLINT.run(rule, "rules", "test", ".").exit()).isZero();
    Scanned scan = KEYLINT.scan(folder, "mine", "--rules", "mine");
    assertThat(scan.places("open-search", "fail")).hasSize(2);
  }

  @Test
  void theSchemaLiesWhereTheRuleNamesIt() throws IOException {
    Path schema = rule.resolve("../rule.schema.json");
    assertThat(rule.resolve("rule.yaml"))
        .content()
        .startsWith("# yaml-language-server: $schema=../");
    assertThat(schema).hasSameTextualContentAs(Path.of("rules", "rule.schema.json"));
    assertThat(KEYLINT.run(folder, "rules", "schema").out()).isEqualTo(Files.readString(schema));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "// ok: open-search; // ruleid: open-search;"
            + " mine/open-search/cases.bicep:21: expected a failure, and there is none",
        "// ok: open-search; // unknown: open-search;"
            + " mine/open-search/cases.bicep:21: expected an open result, and there is none",
        "// unknown: open-search; // ok: open-search;"
            + " mine/open-search/cases.bicep:30: an open result that no annotation expects: ",
        "// ruleid: open-search \"'search-bad'\"; // (nothing); mine/open-search/cases.bicep:12: a"
            + " failure that no annotation expects: 'search-bad'",
        "'search-bad'\"; 'other'\"; mine/open-search/cases.bicep:12: expected a failure with"
            + " \"'other'\", and there is a failure: 'search-bad'",
        "// ok: open-search; // okay: open-search;"
            + " mine/open-search/cases.bicep:20: no annotation of this rule: // okay",
        "access string; access strin; mine/open-search/cases.bicep:5:",
        "'Disabled'; 'Disabled; mine/open-search/cases.bicep:21:",
      })
  void whereACaseDisagreesIsSaid(String from, String to, String words) throws IOException {
    change("cases.bicep", from, to);
    Scanned run = test();
    assertThat(run.out()).contains("open-search: compiles, but its cases do not prove it", words);
    assertThat(run.out()).endsWith("1 rule: 0 proved by cases, 1 not, 0 not compiled\n");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void aConditionThatNoCaseNoticesIsSaid() throws IOException {
    change(
        "rule.yaml",
        "  - expression: ",
        "  - expression: resource.name != 'x'\n    message: m\n  - expression: ");
    change("rule.yaml", "searchServices  ", "searchServices\n  when: resource.name != 'y'  ");
    Scanned run = test();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "mine/open-search/rule.yaml:16:17: no case notices when this is always true:"
                + " resource.name != 'x'",
            "no case notices when this is always true: resource.name != 'y'")
        .doesNotContain("always false");
  }

  @Test
  void whatNoCaseShowsIsSaid() throws IOException {
    Files.delete(rule.resolve("cases.bicep"));
    assertThat(test().out())
        .contains(
            "no case breaks the rule: `// ruleid: open-search`",
            "no case keeps the rule: `// ok: open-search`",
            "no case can't be told: `// unknown: open-search`");
    assertThat(test().exit()).isEqualTo(1);
  }

  @Test
  void aFileThatIsTooLongIsNotRead() throws IOException {
    Files.writeString(rule.resolve("cases.arm.json"), " ".repeat((4 << 20) + 1));
    Scanned run = test();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("cases.arm.json", "longer than 4194304 bytes");
  }

  @Test
  void whatARuleSaysMovesNoCursor() throws IOException {
    change("cases.bicep", "'search-bad'\"", "\u001b[2J##vso[x]\"");
    assertThat(test().out()).contains("cases.bicep:12:").doesNotContain("\u001b", "##vso[");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"case.bicep", "cases.json", "Module.bicep", "live.json", "cases.arm.jsonc"})
  void aFileThatNobodyReadsIsSaid(String name) throws IOException {
    Files.writeString(rule.resolve(name), "");
    assertThat(test().out()).contains("mine/open-search/" + name + ": nobody reads this file");
    assertThat(test().exit()).isEqualTo(1);
  }

  @Test
  void aRuleThatDoesNotCompileDoesNotKeepTheOthersFromTheirTest() throws IOException {
    KEYLINT.run(folder, "rules", "new", "a-second", "--dir", "mine");
    Files.writeString(folder.resolve("mine/a-second/rule.yaml"), "id: a-second\n");
    change("cases.bicep", "// ok: open-search", "// ruleid: open-search");
    Scanned run = test();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out())
        .contains("a-second: does not compile\n  mine/a-second/rule.yaml:1:1: `rule` needs `")
        .contains("open-search: compiles, but")
        .endsWith("2 rules: 0 proved by cases, 1 not, 1 not compiled\n");
  }

  @Test
  void aMisspeltTypeIsSaid() throws IOException {
    change("rule.yaml", "Microsoft.Search/searchServices", "Microsoft.Search/searchService");
    assertThat(test().exit()).isEqualTo(2);
    assertThat(test().out()).contains("perhaps `Microsoft.Search/searchServices` is meant");
  }

  @Test
  void aRuleThatTakesTooMuchIsNotProved() throws IOException {
    String ten = "[1,2,3,4,5,6,7,8,9,10]";
    String nested = "T.all(a, T.all(b, T.all(c, T.all(d, T.all(e, T.all(f, a < 99))))))";
    change(
        "rule.yaml", "  - expression: ", "  - expression: (" + nested.replace("T", ten) + ") || ");
    Scanned run = test();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("the rule `open-search` takes more than it may");
  }

  @Test
  void aModuleIsJudgedWithTheArgumentsOfItsCalls() throws IOException {
    Files.writeString(rule.resolve("module.bicep"), MODULE);
    String call =
        "\nmodule deep 'module.bicep' = { name: 'deep', params: { access: 'Enabled' } }\n";
    Path cases = rule.resolve("cases.bicep");
    String before = Files.readString(cases);
    Files.writeString(cases, before + call);
    assertThat(test().out()).contains("all 6 cases agree");
    Files.writeString(cases, before + call.replace("access: 'Enabled'", "access: 'Disabled'"));
    assertThat(test().out())
        .contains("mine/open-search/module.bicep:6: expected a failure with \"'search-module'\"");
    change("module.bicep", "// ruleid: open-search \"'search-fixed'\"", "// ok: open-search");
    assertThat(test().out())
        .contains("mine/open-search/module.bicep:13: a failure that no annotation expects");
    Files.delete(cases);
    assertThat(test().out()).contains("module.bicep: there is no cases.bicep that could call it");
  }

  @Test
  void aPublishedModuleThatIsNotHereIsACase() throws IOException {
    String cases = Files.readString(rule.resolve("cases.bicep"));
    Files.writeString(
        rule.resolve("cases.bicep"),
        cases
            + "module far 'br/public:avm/res/search/search-service:0.11.0' = {\n"
            + "  name: 'far'\n"
            + "}\n");
    assertThat(test().out()).contains("all 4 cases agree");
    Files.writeString(
        rule.resolve("cases.bicep"), cases + "module near 'near.bicep' = {\n  name: 'near'\n}\n");
    assertThat(test().out()).contains("mine/open-search/cases.bicep:").contains("near.bicep");
    assertThat(test().exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rules new Open_Search; `Open_Search` is no name of a rule",
        "rules new ../x; is no name of a rule",
        "rules new search-keys-only; keylint has a rule `search-keys-only`",
        "rules new open-search --dir mine; `mine/open-search` is there already",
        "rules test nowhere; `nowhere` is no folder",
        "rules test .; too deep",
        "rules test mine mine; a rule `open-search` is already there",
        "rules test; DIR is missing",
        "rules list -o pdf; `--output` takes: text, json",
      })
  void whatCannotBeDoneIsSaid(String command, String words) {
    Scanned run = KEYLINT.run(folder, command.split(" "));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err() + run.out()).contains(words);
  }

  @Test
  void aRuleWithTheNameOfOneOfOursIsRefusedUnlessItIsThat() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy/search-keys-only"));
    Path ours = Path.of("rules", "search-keys-only");
    for (String file : new String[] {"rule.yaml", "cases.bicep"}) {
      Files.copy(ours.resolve(file), copy.resolve(file));
    }
    assertThat(KEYLINT.run(folder, "rules", "test", "copy").exit()).isLessThan(2);
    String text = Files.readString(copy.resolve("rule.yaml"));
    Files.writeString(copy.resolve("rule.yaml"), text.replaceFirst("title: .*", "title: Mine"));
    Scanned run = KEYLINT.run(folder, "rules", "test", "copy");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("keylint has a rule `search-keys-only` of its own");
  }
}
