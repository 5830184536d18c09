package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.live.SnapshotWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README says is so: its commands run, its tables are complete, its options exist.
final class ReadmeTest {
  private static final Keylint KEYLINT = Keylint.withAllRules();
  private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w*)\\n(.*?)```");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^(?:\\./keylint|docker run .* keylint)\\b ?([^>\\n]*)");
  private static final Pattern OPTION = Pattern.compile("(?<![-\\w])--[a-z][a-z-]+");
  private static final String STORY = "fixtures/scenarios/rag-openai-search-403";

  private final String readme = read(Path.of("README.md"));

  @TempDir private Path work;
  private Path checkout = Path.of("");

  /// A checkout with a repository and rules of one's own beside it.
  @BeforeEach
  void surroundings() throws IOException {
    checkout = work.resolve("keylint");
    copy(Path.of("fixtures", "scenarios"), checkout.resolve("fixtures").resolve("scenarios"));
    copy(Path.of(STORY), work.resolve("my-app"));
    Files.delete(work.resolve("my-app").resolve("expected.sarif"));
    Path rule = Files.createDirectories(work.resolve("my-rules").resolve("public-search"));
    Files.writeString(
        rule.resolve("rule.yaml"),
        blocks("yaml").filter(it -> it.startsWith("id: public-search")).findFirst().orElseThrow());
  }

  @Test
  void eachCommandRuns() throws IOException {
    List<String> commands = commands();
    assertThat(commands)
        .as("the first two are a newcomer's")
        .startsWith("scan fixtures/scenarios", "scan ../my-app")
        .hasSizeGreaterThan(9);
    for (String command : commands) {
      if (command.startsWith("scan --state ")) {
        saveSnapshot();
      }
      // In the image the repository is the working directory.
      Path folder = command.matches("scan \\.( .*)?") ? work.resolve("my-app") : checkout;
      Scanned run = KEYLINT.run(folder, command.split(" "));
      if (command.startsWith("live ")) {
        assertThat(run.err()).as(command).contains("no way to sign in to Azure worked");
      } else {
        assertThat(run.err()).as(command).isEmpty();
        assertThat(run.exit()).as(command).isLessThan(2);
        assertThat(run.out()).as(command).isNotEmpty();
      }
    }
    assertThat(checkout.resolve("keylint.sarif")).content().contains("\"search-keys-only\"");
  }

  /// As `live` leaves it when it could sign in.
  private void saveSnapshot() throws IOException {
    try (SnapshotWriter snapshot =
        new SnapshotWriter(
            Files.newBufferedWriter(checkout.resolve("azure.jsonl")),
            "test",
            "00000000-0000-0000-0000-000000000000",
            Instant.EPOCH)) {
      snapshot.finish(Instant.EPOCH);
    }
  }

  @Test
  void theRuleOfOnesOwnFinds() {
    Scanned run = KEYLINT.scan(checkout, "../my-app", "--rules", "../my-rules");
    assertThat(run.places("public-search", "fail")).hasSize(1);
  }

  @Test
  void theDirectiveAccepts() throws IOException {
    Path folder = Files.createDirectories(work.resolve("accepted"));
    Files.writeString(
        folder.resolve("main.bicep"),
        "resource a 'Microsoft.CognitiveServices/accounts@2025-06-01' = {\n  name: 'a'\n"
            + "  kind: 'OpenAI'\n  properties: {\n"
            + blocks("bicep").findFirst().orElseThrow()
            + "  }\n}\n");
    Scanned run = Keylint.with("openai-local-auth").scan(folder);
    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).contains("1 suppressed by directives");
  }

  @Test
  void theLauncherReadsTheVariable() {
    assertThat(all("(KEYLINT_[A-Z_]+)='"))
        .isNotEmpty()
        .allSatisfy(variable -> assertThat(Path.of("keylint")).content().contains(variable));
  }

  @Test
  void allCommandsAndExitCodesAreNamed() {
    String help = KEYLINT.run(work, "--help").out();
    String[] commands = help.substring(help.indexOf("Commands:")).split("\\R");
    List<String> names =
        Arrays.stream(commands)
            .filter(line -> line.matches("  [a-z].*"))
            .map(line -> line.strip().split(" ")[0])
            .toList();
    assertThat(all("(?m)^\\| `keylint ([a-z]+)` \\|")).containsExactlyInAnyOrderElementsOf(names);
    assertThat(all("(?m)^\\| ([0-9]) \\|"))
        .containsExactlyElementsOf(
            Stream.of(ExitCode.values()).map(it -> String.valueOf(it.code())).toList());
    assertThat(
            Pattern.compile("([0-9]) [a-z]")
                .matcher(help.substring(help.indexOf("Exit codes:")))
                .results()
                .map(it -> it.group(1)))
        .containsExactlyElementsOf(all("(?m)^\\| ([0-9]) \\|"));
  }

  @Test
  void eachOptionIsOneOfACommand() {
    Set<String> known = new TreeSet<>();
    for (String command : all("(?m)^\\| `keylint ([a-z]+)` \\|")) {
      known.addAll(options(KEYLINT.run(work, command, "--help").out()));
    }
    String ours = readme.replaceAll("(?m)^docker .*? keylint\\b", "").replaceAll("`az [^`]*`", "");
    assertThat(options(ours)).isSubsetOf(known).contains("--fail-on", "--rules", "--state");
  }

  @Test
  void theActionHasTheInputs() {
    String action = read(Path.of("action.yml"));
    String step = blocks("yaml").filter(it -> it.contains("uses:")).findFirst().orElseThrow();
    String inputs = step.substring(step.indexOf("with:"));
    assertThat(inputs.lines().skip(1).map(line -> line.strip().replaceAll(":.*", ":")))
        .isNotEmpty()
        .allSatisfy(input -> assertThat(action).contains("\n  " + input + "\n"));
    String version = read(Path.of("pom.xml")).replaceAll("(?s).*?<version>(.*?)</version>.*", "$1");
    assertThat(step).contains("keylint/keylint@v" + version);
  }

  @Test
  void eachLinkLeadsToAFile() {
    assertThat(all("\\]\\(([^)]+)\\)"))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(Path.of(link)).exists());
  }

  private List<String> commands() {
    return blocks("")
        .flatMap(block -> COMMAND.matcher(block).results())
        .map(it -> it.group(1).strip())
        .map(it -> it.isEmpty() ? "scan ." : it)
        .toList();
  }

  private Stream<String> blocks(String language) {
    return BLOCK
        .matcher(readme)
        .results()
        .filter(it -> it.group(1).equals(language))
        .map(it -> it.group(2));
  }

  private List<String> all(String pattern) {
    return Pattern.compile(pattern).matcher(readme).results().map(it -> it.group(1)).toList();
  }

  private static List<String> options(String text) {
    Matcher matcher = OPTION.matcher(text);
    return matcher.results().map(MatchResult::group).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (!Files.isDirectory(copy)) {
          Files.copy(file, copy);
        }
      }
    }
  }
}
