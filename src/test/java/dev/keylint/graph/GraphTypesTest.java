package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A compiled template is compared with its source in the types that the graph says it reads; one
/// that it forgets could be forged.
class GraphTypesTest {
  private static final Pattern TYPE =
      Pattern.compile(
          // What ends so is an action, not a type.
          "\"(microsoft\\.[a-z]+/[a-z]+)[a-z/]*(?<!/(read|write|delete|action))\"",
          Pattern.CASE_INSENSITIVE);

  @ParameterizedTest
  @CsvSource({
    "Microsoft.Web/sites,               true",
    "MICROSOFT.KEYVAULT/vaults/secrets, true",
    "Microsoft.KeyVault/vaults,         false",
  })
  void keysAreLookedForInSomeTypes(String type, boolean looked) {
    assertThat(GraphSources.mayHoldKeys(type)).isEqualTo(looked);
  }

  @Test
  void everyTypeThatTheGraphReadsIsAmongItsTypes() throws IOException {
    Set<String> read = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/keylint/graph"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        Matcher matcher = TYPE.matcher(Files.readString(file));
        while (matcher.find()) {
          read.add(matcher.group(1).toLowerCase(Locale.ROOT));
        }
      }
    }
    assertThat(read).hasSizeGreaterThan(10);
    assertThat(AccessGraph.TYPES).containsAll(read);
  }
}
