package dev.keylint.module;

import static dev.keylint.module.WorkspaceTest.found;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BicepConfigsTest {
  private static final Location HERE = new Location.WholeFile("caller");

  @TempDir Path temp;

  @BeforeEach
  void layOutFiles() throws IOException {
    write("repo/infra/main.bicep", "");
    Files.createDirectories(temp.resolve("home/.bicep"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"moduleAliases": 3}                           | repo/bicepconfig.json:1:19: `moduleAliases` is an object
          {"moduleAliases": {"br": {"x": "y"}}}          | repo/bicepconfig.json:1:32: `x` is an object
          {"moduleAliases": {"br": {"x": {"registry": 1}}}} | repo/bicepconfig.json:1:45: `registry` is a text
          []                                             | repo/bicepconfig.json:1:1: a bicepconfig.json is an object
          {"extends": "none.json"}                       | repo/bicepconfig.json: there is no file `none.json`
          {"extends": "bicepconfig.json"}                | repo/bicepconfig.json: `extends` leads back to `repo/bicepconfig.json`
          {"extends": "../../x.json"}                    | repo/bicepconfig.json: `../../x.json` leads out
          {"moduleAliases": {                            | repo/bicepconfig.json:
          """)
  void mistakesHaveAPlaceAndLeaveTheBuiltInAliases(String config, String problem)
      throws IOException {
    write("repo/bicepconfig.json", config);
    ModuleResolver resolver = resolver();
    assertThat(resolver.reference(main(), "br/public:a/b:1"))
        .isEqualTo(new ModuleReference.Registry("mcr.microsoft.com", "bicep/a/b", "1", false));
    assertThat(resolver.diagnostics())
        .singleElement()
        .satisfies(found -> assertThat(found.toString()).startsWith(problem))
        .satisfies(found -> assertThat(found.kind().incomplete()).isTrue());
  }

  @Test
  void pathsNeedNoConfiguration() throws IOException {
    write("repo/bicepconfig.json", "{ broken");
    ModuleResolver resolver = resolver();
    resolver.resolve(main(), "main.bicep", HERE);
    assertThat(resolver.diagnostics()).isEmpty();
  }

  @Test
  void theNearestFileCountsAndAliasesAreCaseSensitive() throws IOException {
    write(
        "repo/bicepconfig.json", "{\"moduleAliases\":{\"br\":{\"a\":{\"registry\":\"far.io\"}}}}");
    write(
        "repo/infra/bicepconfig.json",
        "{\"moduleAliases\":{\"br\":{\"a\":{\"registry\":\"near.io\"},"
            + "\"public\":{\"modulePath\":\"mirror\"}}}}");
    assertThat(resolver().reference(main(), "br/a:m:1"))
        .isEqualTo(new ModuleReference.Registry("near.io", "m", "1", false));
    assertThat(resolver().reference(main(), "br/public:m:1"))
        .isEqualTo(new ModuleReference.Registry("mcr.microsoft.com", "mirror/m", "1", false));
    assertThat(resolver().reference(main(), "br/A:m:1"))
        .isInstanceOf(ModuleReference.Malformed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "REPO/.cache, REPO/.cache",
    "~/.bicep/x, HOME/.bicep/x",
    "~, ''",
    "TEMP/elsewhere, ''",
    "REPO/link, ''",
    "REPO/../elsewhere, ''",
    ".cache, ''",
    "~/other, ''",
  })
  void aStrangersCacheStaysWithinWhatMayBeRead(String written, String used) throws IOException {
    Files.createDirectories(temp.resolve("elsewhere"));
    Files.createSymbolicLink(temp.resolve("repo/link"), temp.resolve("elsewhere"));
    write("repo/bicepconfig.json", "{\"cacheRootDirectory\": \"" + expanded(written) + "\"}");
    ModuleResolver resolver = resolver();
    assertThat(resolver.configuredCache(main()).map(Path::toString).orElse(""))
        .isEqualTo(expanded(used));
    assertThat(resolver.diagnostics())
        .extracting(Diagnostic::kind)
        .isEqualTo(used.isEmpty() ? List.of(Diagnostic.Kind.NOTE) : List.of());
  }

  @Test
  void modulesAreFoundInTheConfiguredCache() throws IOException {
    write("repo/.cache/br/h.io/m/1$/main.json", "{}");
    write("repo/bicepconfig.json", "{\"cacheRootDirectory\": \"" + expanded("REPO/.cache") + "\"}");
    assertThat(found(resolver().resolve(main(), "br:h.io/m:1", HERE)).shown())
        .isEqualTo("repo/.cache/br/h.io/m/1$/main.json");
  }

  @Test
  void theUsersFoldersComeBeforeThoseOfAStranger() throws IOException {
    write("repo/.cache/br/h.io/m/1$/main.json", "{}");
    write("repo/.cache/ts/s/g/m/1/main.json", "{}");
    write("home/.bicep/br/h.io/m/1$/main.json", "{}");
    write("repo/bicepconfig.json", "{\"cacheRootDirectory\": \"" + expanded("REPO/.cache") + "\"}");
    ModuleResolver resolver = resolver();
    assertThat(found(resolver.resolve(main(), "br:h.io/m:1", HERE)).shown())
        .isEqualTo("home/.bicep/br/h.io/m/1$/main.json");
    assertThat(resolver.diagnostics()).isEmpty();
    assertThat(found(resolver.resolve(main(), "ts:s/g/m:1", HERE)).shown())
        .isEqualTo("repo/.cache/ts/s/g/m/1/main.json");
    resolver.resolve(main(), "ts:s/g/m:1", HERE);
    assertThat(resolver.diagnostics())
        .singleElement()
        .asString()
        .startsWith(
            "repo/bicepconfig.json:1:24: the module `ts:s/g/m:1` is taken from"
                + " `repo/.cache/ts/s/g/m/1/main.json`")
        .contains("--cache");
  }

  @Test
  void aCacheWithinTheUsersOwnIsNoStrangers() throws IOException {
    write("home/.bicep/x/br/h.io/m/1$/main.json", "{}");
    write("repo/bicepconfig.json", "{\"cacheRootDirectory\": \"~/.bicep/x\"}");
    ModuleResolver resolver = resolver();
    assertThat(found(resolver.resolve(main(), "br:h.io/m:1", HERE)).shown()).startsWith("home/");
    assertThat(resolver.diagnostics()).isEmpty();
  }

  @Test
  void aFileOfMistakesIsReportedOnceHoweverManyExtendIt() throws IOException {
    write(
        "repo/base.json",
        "{\"moduleAliases\": {\"br\": {\"x\": 1, \"y\": {\"registry\": \"y.io\"}}}}");
    for (String folder : List.of("a", "b", "c")) {
      write("repo/" + folder + "/bicepconfig.json", "{\"extends\": \"../base.json\"}");
      write("repo/" + folder + "/main.bicep", "");
    }
    ModuleResolver resolver = resolver();
    for (String folder : List.of("a", "b", "c")) {
      WorkspaceFile file =
          found(workspace().file(temp.resolve("repo/" + folder + "/main.bicep"), HERE));
      assertThat(resolver.reference(file, "br/y:m:1"))
          .isEqualTo(new ModuleReference.Registry("y.io", "m", "1", false));
    }
    assertThat(resolver.diagnostics())
        .singleElement()
        .asString()
        .startsWith("repo/base.json:1:32: `x` is an object");
  }

  @Test
  void mistakesAreBounded() throws IOException {
    write(
        "repo/bicepconfig.json",
        "{\"moduleAliases\": {\"br\": {"
            + IntStream.range(0, 5000).mapToObj(i -> "\"a" + i + "\": 1").collect(joining(","))
            + "}}}");
    ModuleResolver resolver = resolver();
    resolver.resolve(main(), "br/a:m:1", HERE);
    assertThat(resolver.diagnostics()).hasSize(101);
    assertThat(resolver.diagnostics()).anyMatch(it -> it.message().contains("4900 more"));
  }

  @Test
  void filesAboveTheScannedFolderAreNotRead() throws IOException {
    write("bicepconfig.json", "{\"moduleAliases\":{\"br\":{\"a\":{\"registry\":\"far.io\"}}}}");
    Diagnostic why = WorkspaceTest.refused(resolver().resolve(main(), "br/a:m:1", HERE));
    assertThat(why.toString())
        .contains("there is no bicepconfig.json that could define the module alias `a`")
        .contains("those above the scanned folder are not read");
  }

  private String expanded(String text) {
    return text.replace("REPO", temp.resolve("repo").toString())
        .replace("HOME", temp.resolve("home").toString())
        .replace("TEMP", temp.toString());
  }

  private ModuleResolver resolver() {
    ModuleSources sources =
        new ModuleSources(
            List.of(), List.of(temp.resolve("home/.bicep")), Optional.of(temp.resolve("home")));
    return new ModuleResolver(workspace(), sources);
  }

  private Workspace workspace() {
    return Workspace.of(temp, List.of(temp.resolve("repo")), List.of(temp.resolve("home/.bicep")));
  }

  private WorkspaceFile main() {
    return found(workspace().file(temp.resolve("repo/infra/main.bicep"), HERE));
  }

  private void write(String path, String text) throws IOException {
    Path file = temp.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
