package dev.keylint.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.conformance.Ratchet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each front end, and the evaluator that they share, against facts of its own: where both front
/// ends made the same mistake, comparing them could not show it.
class VectorsTest {
  private static final String SCHEMA =
      "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

  @TempDir private Path folder;

  @Test
  void bicep() throws IOException {
    hold("V bicep", "small Bicep files with what Azure makes of them", "bicep.txt", this::inBicep);
  }

  @Test
  void arm() throws IOException {
    hold("V arm", "small ARM templates with what Azure makes of them", "arm.txt", this::inArm);
  }

  @Test
  void functions() throws IOException {
    hold("V functions", "calls of functions with their results", "functions.txt", this::inArm);
  }

  /// The comparison itself can fail.
  @Test
  void whatIsNotSoIsNotTakenForIt() throws IOException {
    List<Vector> wrong = VectorFile.read("/vectors/wrong.txt", this::inArm);
    assertThat(wrong).hasSizeGreaterThan(5);
    for (int i = 0; i < wrong.size(); i++) {
      assertThat(difference(wrong.get(i), "wrong" + i)).as(wrong.get(i).name()).isPresent();
    }
  }

  private void hold(
      String id, String what, String file, Function<String, Map<String, String>> expression)
      throws IOException {
    List<Vector> vectors = VectorFile.read("/vectors/" + file, expression);
    Map<String, String> wrong = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    for (Vector vector : vectors) {
      names.add(vector.name());
      difference(vector, "v" + names.size()).ifPresent(why -> wrong.put(vector.name(), why));
    }
    assertThat(names).doesNotHaveDuplicates();
    Ratchet.hold(id, what, vectors.size(), wrong);
  }

  private Optional<String> difference(Vector vector, String name) throws IOException {
    return Deployed.difference(vector, Files.createDirectories(folder.resolve(name)));
  }

  private Map<String, String> inBicep(String expression) {
    String text =
        """
        param p string
        param q string
        param o object
        param a array
        param n int
        param b bool
        output x object = %s
        """
            .formatted(expression);
    return Map.of("main.bicep", text);
  }

  private Map<String, String> inArm(String expression) {
    String text =
        """
        {"$schema": "%s", "contentVersion": "1.0.0.0",
         "parameters": {
           "p": {"type": "string"}, "q": {"type": "string"}, "o": {"type": "object"},
           "a": {"type": "array"}, "n": {"type": "int"}, "b": {"type": "bool"}
         },
         "resources": [],
         "outputs": {"x": {"type": "object", "value": "[%s]"}}}
        """
            .formatted(SCHEMA, expression.replace("\\", "\\\\").replace("\"", "\\\""));
    return Map.of("main.json", text);
  }
}
