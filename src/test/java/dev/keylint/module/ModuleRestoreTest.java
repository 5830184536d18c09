package dev.keylint.module;

import static dev.keylint.module.FakeRegistry.TEMPLATE;
import static dev.keylint.module.FakeRegistry.blob;
import static dev.keylint.module.FakeRegistry.descriptor;
import static dev.keylint.module.RestoreProject.BYTES;
import static dev.keylint.module.RestoreProject.HERE;
import static dev.keylint.module.RestoreProject.JSON;
import static dev.keylint.module.RestoreProject.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.module.ModuleRestore.Outcome;
import dev.keylint.module.ModuleRestore.Restored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleRestoreTest {
  private final Path temp;
  private final RestoreProject project;

  ModuleRestoreTest(@TempDir Path temp) {
    this.temp = temp;
    this.project = new RestoreProject(temp);
  }

  @AfterEach
  void stop() {
    project.close();
  }

  @Test
  void aModuleIsLaidOutAsTheBicepCliDoes() throws IOException {
    byte[] sources = {31, -117, 8};
    project.registry.serve(blob("ai/hub", BYTES), BYTES).serve(blob("ai/hub", sources), sources);
    String manifest =
        FakeRegistry.manifest(
            descriptor(FakeRegistry.SOURCES, sources), descriptor(TEMPLATE, BYTES));
    String digest = project.registry.manifest("ai/hub", "V1", manifest);
    assertThat(project.restore(project.reference("ai/hub:V1"))).isEqualTo(new Outcome.Fetched());
    Path folder = project.folder("ai$hub/V1$1");
    assertThat(folder.resolve("main.json")).hasContent(JSON);
    assertThat(folder.resolve("manifest")).hasContent(manifest);
    assertThat(folder.resolve("source.tgz")).hasBinaryContent(sources);
    assertThat(folder.resolve("metadata"))
        .hasContent("{\n  \"manifestDigest\": \"" + digest + "\"\n}");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(4);
    }
    assertThat(project.restore("br:" + project.registry.host() + "/ai/hub@" + digest))
        .isEqualTo(new Outcome.Fetched());
    assertThat(project.folder("ai$hub/" + digest.replace(':', '#')).resolve("main.json")).exists();
  }

  @Test
  void whatIsThereIsFetchedOnlyByForce() {
    project.registry.publish("m", "1", JSON);
    assertThat(project.restore(project.reference("m:1"))).isEqualTo(new Outcome.Fetched());
    int requests = project.registry.requests().size();
    assertThat(project.restore(project.reference("m:1"))).isEqualTo(new Outcome.Present());
    assertThat(project.registry.requests()).hasSize(requests);
    project.registry.publish("m", "1", "{}");
    assertThat(project.outcomes(true, project.reference("m:1")))
        .containsExactly(new Outcome.Fetched());
    assertThat(project.folder("m/1$").resolve("main.json")).hasContent("{}");
  }

  @Test
  void aModuleThatManyReferToIsFetchedOnce() {
    project.registry.publish("m", "1", JSON);
    project.registry.publish("n", "1", JSON);
    List<Restored> restored =
        project.run(
            false,
            Stream.concat(
                    Stream.generate(() -> project.reference("m:1")).limit(20),
                    Stream.of(project.reference("n:1")))
                .toArray(String[]::new));
    assertThat(restored).extracting(Restored::outcome).containsOnly(new Outcome.Fetched());
    assertThat(restored).extracting(it -> it.places().size()).containsExactly(20, 1);
    assertThat(project.registry.requests()).hasSize(4);
  }

  @Test
  void whatIsNoModuleIsNamed() {
    project.registry.manifest(
        "e", "1", FakeRegistry.manifestOf("application/vnd.ms.bicep.provider.artifact"));
    project.registry.manifest("i", "1", FakeRegistry.manifestOf("application/vnd.example.chart"));
    project.registry.manifest("n", "1", FakeRegistry.manifest());
    project.registry.manifest("c", "1", "{\"config\": {\"mediaType\": \"application/x\"}}");
    project.registry.manifest("x", "1", "not JSON");
    project.registry.manifest(
        "h", "1", FakeRegistry.manifest(descriptor(TEMPLATE, "sha256:../x", 1)));
    project.registry.publish("m", "1", JSON);
    assertThat(
            project.run(
                false,
                Stream.of("e:1", "i:1", "n:1", "c:1", "x:1", "h:1", "m:1")
                    .map(project::reference)
                    .toArray(String[]::new)))
        .extracting(it -> it.outcome().toString())
        .satisfiesExactly(
            c -> assertThat(c).contains("`application/x`"),
            e -> assertThat(e).contains("it is a Bicep extension, not a module"),
            h -> assertThat(h).contains("a layer without a digest"),
            i -> assertThat(i).contains("`application/vnd.example.chart`"),
            m -> assertThat(m).contains("Fetched"),
            n -> assertThat(n).contains("0 compiled templates"),
            x -> assertThat(x).contains("no JSON object"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "br:HOST/../../x:1",
        "br:HOST/a/..:1",
        "br:HOST/a:..",
        "br:HOST/a:1/../../x",
        "br:HOST/a%2e%2e/b:1",
        "br:HOST/A:1",
        "br:HOST/a@sha256:../../x",
        "br:HOST@evil/a:1",
        "br:HOST/a b:1",
        "br:/a:1",
        "br:HOST/a:1?x=y",
        "br:HOST/a:1#x",
      })
  void hostileNamesReachNeitherNetworkNorDisk(String reference) {
    assertThat(project.restore(reference.replace("HOST", project.registry.host())))
        .asString()
        .contains("is no address of a module in a registry");
    assertThat(project.registry.requests()).isEmpty();
    assertThat(temp.resolve("cache")).isEmptyDirectory();
  }

  @Test
  void linksInTheCacheLeadNowhere() throws IOException {
    project.registry.publish("m", "1", JSON);
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.createSymbolicLink(temp.resolve("cache/br"), outside);
    assertThat(project.restore(project.reference("m:1")))
        .asString()
        .contains("a link in the cache leads out");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void whatNeedsNoNetworkSaysSo() throws IOException {
    Path spec = temp.resolve("cache/ts/sub/group/here/1/main.json");
    Files.createDirectories(spec.resolveSibling("."));
    Files.writeString(spec, "{}");
    assertThat(
            project.outcomes(
                false, "ts:sub/group/here/none", "ts:sub/group/here:1", "ts:sub/group/n:1"))
        .extracting(Object::toString)
        .satisfiesExactly(
            malformed -> assertThat(malformed).contains("is no address of a template spec"),
            present -> assertThat(present).contains("Present"),
            missing -> assertThat(missing).contains("only with a sign-in", "az bicep restore"));
    ModuleRestore.Request extension =
        new ModuleRestore.Request(project.main(), project.reference("x:1"), HERE, true);
    assertThat(project.restorer(LIMITS, false).run(List.of(extension)).getFirst().outcome())
        .isEqualTo(new Outcome.Skipped("keylint needs no extension's types"));
    assertThat(project.registry.requests()).isEmpty();
  }

  @Test
  void unreachableAndUnknownAreToldApart() {
    project.registry.publish("m", "1", JSON);
    assertThat(project.restore(project.reference("m:2")))
        .asString()
        .contains("no such module or version");
    String host = project.registry.host();
    project.registry.close();
    assertThat(project.restore("br:" + host + "/m:1")).asString().contains("cannot be reached");
    assertThat(project.restore("br:localhost:99999/m:1")).asString().contains("is no host");
  }
}
