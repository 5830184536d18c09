package dev.keylint.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.module.RegistryFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The inputs that fuzzing starts from, and those that it has found something with, once more.
final class FuzzedInputsTest {
  private static final Path INPUTS = Path.of("fixtures/fuzz");

  private static final Map<String, Consumer<byte[]>> READERS =
      Map.of(
          "arm", ArmFuzz::fuzzerTestOneInput,
          "bicep", BicepFuzz::fuzzerTestOneInput,
          "config", ConfigFuzz::fuzzerTestOneInput,
          "parameters", ParametersFuzz::fuzzerTestOneInput,
          "policy", PolicyFuzz::fuzzerTestOneInput,
          "registry", RegistryFuzz::fuzzerTestOneInput,
          "rule", RuleFuzz::fuzzerTestOneInput,
          "snapshot", SnapshotFuzz::fuzzerTestOneInput);

  @TestFactory
  Stream<DynamicTest> everyInputIsReadToItsEnd() throws IOException {
    return inputs().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.toString(), () -> reader(file).accept(Files.readAllBytes(file))));
  }

  @Test
  void everyReaderHasInputs() throws IOException {
    assertThat(inputs()).extracting(FuzzedInputsTest::target).containsAll(READERS.keySet());
    assertThat(inputs()).extracting(FuzzedInputsTest::target).isSubsetOf(READERS.keySet());
  }

  private static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.walk(INPUTS)) {
      return files
          .filter(it -> it.getNameCount() == INPUTS.getNameCount() + 2)
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static String target(Path file) {
    return String.valueOf(file.getName(INPUTS.getNameCount()));
  }

  private static Consumer<byte[]> reader(Path file) {
    return READERS.getOrDefault(
        target(file),
        _ -> {
          throw new AssertionError("no reader for " + file);
        });
  }
}
