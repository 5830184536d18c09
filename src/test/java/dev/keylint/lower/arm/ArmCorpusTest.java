package dev.keylint.lower.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonResult;
import dev.keylint.lower.LinkedTemplates;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every template that the official compiler wrote, and the classic ones that it can read.
class ArmCorpusTest {
  private static List<Source> sources() {
    String named = System.getProperty("corpus", "");
    Path corpus = Path.of(named.isEmpty() ? "../shared/corpus" : named);
    assumeTrue(Files.isDirectory(corpus), "SKIPPED: no reference corpus; pass -Dcorpus=DIR");
    try (Stream<Path> paths = Files.walk(corpus)) {
      return paths
          .filter(path -> path.toString().endsWith(".json"))
          .sorted()
          .map(ArmCorpusTest::source)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source source(Path path) {
    try {
      String text = Files.readString(path);
      return Source.of(path.toString(), text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }

  @Test
  void everyFileIsReadAndNothingInATemplateIsUnsupported() {
    List<Diagnostic> unexpected = new ArrayList<>();
    int templates = 0;
    int parameterFiles = 0;
    for (Source source : sources()) {
      JsonResult file = JsonReader.read(source);
      unexpected.addAll(file.diagnostics());
      if (file.object().filter(ArmLowering::isTemplate).isPresent()) {
        templates++;
        ArmLowering.lower(source, file.object().orElseThrow(), LinkedTemplates.NONE)
            .diagnostics()
            .stream()
            .filter(diagnostic -> diagnostic.kind() != Kind.MISSING_MODULE)
            .forEach(unexpected::add);
      }
      if (file.object().filter(it -> ArmParameterFile.isParameterFile("", it)).isPresent()) {
        parameterFiles++;
        ArmParameterFile.lower(source, file.object().orElseThrow()).diagnostics().stream()
            .filter(diagnostic -> diagnostic.kind() != Kind.NOTE)
            .forEach(unexpected::add);
      }
    }
    assertThat(unexpected).isEmpty();
    assertThat(templates).isGreaterThan(700);
    assertThat(parameterFiles).isGreaterThan(10);
  }
}
