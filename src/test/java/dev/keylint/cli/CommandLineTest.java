package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written behind `keylint`: an argument is what its place says, and a wrong one gets one
/// line.
final class CommandLineTest {
  private static final String OPEN =
      """
      resource a 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'desk'
        properties: {}
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void oneTemplate() throws IOException {
    Files.writeString(folder.resolve("open.bicep"), OPEN);
  }

  @Test
  void aFileWhoseNameStartsWithAnAtSignGivesNoOptions() throws IOException {
    Files.writeString(folder.resolve("more.bicep"), "--fail-on=none --output=text=planted.txt");
    Files.writeString(folder.resolve("@more.bicep"), OPEN);
    Scanned run = Scanned.command(folder, "scan", "open.bicep", "@more.bicep");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("open.bicep:1:", "@more.bicep:1:");
    assertThat(folder.resolve("planted.txt")).doesNotExist();
  }

  @Test
  void noCommandReadsArgumentsFromAFile() throws IOException {
    Files.writeString(folder.resolve("arguments"), "--version");
    for (String command : new String[] {"scan", "expand", "restore"}) {
      Scanned run = Scanned.command(folder, command, "@arguments");
      assertThat(run.out()).as(command).doesNotContain("keylint dev");
      assertThat(run.out() + run.err()).as(command).contains("@arguments");
    }
    Scanned rules = Scanned.command(folder, "rules", "show", "@arguments");
    assertThat(rules.err()).contains("there is no rule `@arguments`");
    assertThat(Scanned.command(folder, "@arguments").err()).contains("`@arguments`");
  }

  @Test
  void behindTwoDashesEverythingIsAPath() throws IOException {
    Files.writeString(folder.resolve("--fail-on=none"), "");
    Files.writeString(folder.resolve("-o.bicep"), OPEN);
    Scanned run = Scanned.command(folder, "scan", "--", "open.bicep", "-o.bicep", "--fail-on=none");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("open.bicep:1:", "-o.bicep:1:", "--fail-on=none");
  }

  @Test
  void aNameThatLooksLikeAnOptionIsExplained() throws IOException {
    Files.writeString(folder.resolve("--odd.bicep"), OPEN);
    Scanned run = Scanned.command(folder, "scan", "--odd.bicep");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("no option `--odd.bicep`", "behind `--`").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "scna, perhaps `scan`",
    "scan --fali-on=none, perhaps `--fail-on`",
    "scan --fail-on=sometimes, sometimes",
    "scan --output=pdf, pdf",
    "scan --output=sarif=, no file",
    "scan --rules, `--rules` needs DIR behind it",
    "scan --trace one, `--trace` needs RULE RESOURCE behind it",
    "scan --fail-on=sometimes, 'error, warning, note, none'",
    "live, `--subscription ID` is required",
    "live --save=x, `--subscription ID` is required",
    "live --subscription, `--subscription` needs ID behind it",
    "rules list here, `here`",
    "rules, list",
    "rules show, ID",
    "expand, FILE",
    "scan -o sarif -o text, both sarif and text would go to standard output",
    "scan -o sarif=a.out -o text=a.out, both sarif and text would go to `a.out`",
    "scan --env NOTHING, --env wants NAME=VALUE",
    "scan --env-from-process *, --env-from-process wants a pattern",
    "scan --trace nope x, there is not",
    "access --output=pdf, `pdf` is no format",
    "access --output=json=, `json=` names no file after the =",
    "restore --timeout=0, --timeout is a number of seconds",
    "rules show nope, there is no rule `nope`",
    "rules list --tag=nope, no rule has the tag `nope`",
    "rules new Open_Search, `Open_Search` is no name of a rule",
    "rules test nope, `nope` is no folder",
    "scan nope, `nope` is not there",
    "expand nope, `nope` is not there",
    "expand open.bicep --root=nope, '--root names `nope`, which is no folder'",
    "expand open.bicep --parameters=., '--parameters names `.`, which is a folder'",
    "scan --rules=nope, '--rules names `nope`, which is no folder'",
    "scan --cache=nope, '--cache names `nope`, which is no folder'",
    "restore --cache=open.bicep, --cache names `",
    "scan --registry-dir=nope, '--registry-dir names `nope`, which is no folder'",
    "live --subscription=x, `x` is no subscription id",
    "'', keylint scan .",
  })
  void aWrongCommandLineGetsOneLineAndTheWayToTheHelp(String arguments, String words) {
    Scanned run =
        arguments.isEmpty()
            ? Scanned.command(folder)
            : Scanned.command(folder, arguments.split(" "));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("keylint: ").contains(words, "; try `keylint");
    assertThat(run.err()).contains("--help`").hasLineCount(1);
    assertThat(run.err()).doesNotContain("required parameter", "at index", "case-insensitive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scan", "expand", "fix", "access", "restore", "rules test"})
  void whatIsNoPathIsSaidInPlainWords(String command) {
    String help = "; try `keylint " + command + " --help`\n";
    assertThat(run(command, "").err())
        .isEqualTo("keylint: a path is empty; is a variable not set?" + help);
    assertThat(run(command, "-").err())
        .isEqualTo(
            "keylint: keylint reads nothing from standard input; name a file or a folder" + help);
    assertThat(run(command, "-").exit()).isEqualTo(2);
  }

  private Scanned run(String command, String argument) {
    return Scanned.command(
        folder,
        Stream.concat(Stream.of(command.split(" ")), Stream.of(argument)).toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "--version"})
  void aCommandThatThereIsNotHasNoHelp(String option) {
    Scanned run = Scanned.command(folder, "baseline", option);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("there is no command `baseline`");
    assertThat(Scanned.command(folder, "rules", "foo", option).exit()).isEqualTo(2);
    assertThat(Scanned.command(folder, "scan", option).exit()).isZero();
    assertThat(Scanned.command(folder, option).exit()).isZero();
  }

  @Test
  void aRuleThatIsNearlyNamedIsProposed() {
    Scanned run = Scanned.command(folder, "rules", "show", "search-local-aut");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("perhaps `search-local-auth`");
    run = Scanned.command(folder, "scan", "--trace", "search-local-aut", "desk");
    assertThat(run.err()).contains("perhaps `search-local-auth`");
  }

  @Test
  void theHelpNamesTheTwoWordsOfATraceOnce() {
    Scanned run = Scanned.command(folder, "scan", "--help");
    assertThat(run.out()).contains("--trace=RULE RESOURCE").doesNotContain("RESOURCE RULE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"scan", "expand", "restore", "scan --rules", "scan --state", "live --save"})
  void anEmptyPathIsNotTheCurrentFolder(String words) {
    String[] arguments = (words + " EMPTY").split(" ");
    arguments[arguments.length - 1] = "";
    Scanned run = Scanned.command(folder, arguments);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("is a variable not set?").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scan -", "expand -", "scan --state -", "scan --context -"})
  void standardInputIsNoPath(String words) {
    Scanned run = Scanned.command(folder, words.split(" "));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("nothing from standard input").hasLineCount(1);
  }

  @Test
  void whatTheFileSystemCannotNameIsAUsageError() {
    for (String option : new String[] {"a\0b", "--rules=a\0b", "--output=sarif=a\0b"}) {
      Scanned run = Scanned.command(folder, "scan", option);
      assertThat(run.exit()).as(option).isEqualTo(2);
      assertThat(run.err()).contains("is no path").hasLineCount(1);
    }
  }

  @Test
  void levelsMayBeWrittenInCapitals() {
    assertThat(Scanned.command(folder, "scan", "--fail-on=NONE").exit()).isZero();
  }

  @Test
  void aFolderWithoutTemplatesIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("void/deeper"));
    Files.writeString(folder.resolve("void/deeper/notes.txt"), "none");
    Scanned run = Scanned.command(folder, "scan", "open.bicep", "void");
    assertThat(run.out()).contains("no template").contains("void");
    assertThat(run.exit()).isEqualTo(1);
    for (String format : new String[] {"sarif", "sarif-full"}) {
      Scanned inside = Scanned.command(folder.resolve("void"), "scan", "--output=" + format);
      assertThat(inside.exit()).as(inside.err()).isZero();
      assertThat(inside.out()).contains("no template").contains("\"uri\": \".\"");
    }
    Scanned alone = Scanned.command(folder, "scan", "void");
    assertThat(alone.out()).contains("no template").contains("void");
    assertThat(alone.exit()).isZero();
    assertThat(Scanned.command(folder, "scan").out()).doesNotContain("no template");
  }
}
