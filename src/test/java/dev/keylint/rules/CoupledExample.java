package dev.keylint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.cli.Keylint;
import dev.keylint.cli.Scanned;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// How a test must not be: it runs with all rules, and one more of them breaks it.
/// `ThrowAwayRuleTest` alone runs it, and has to notice.
final class CoupledExample {
  @Test
  void nothingIsSaidOfNames() {
    Path story = Path.of("fixtures", "scenarios", "app-service-keyless").toAbsolutePath();
    Scanned scan = Keylint.withAllRules().run(story, "scan");
    assertThat(scan.out()).doesNotContain("is not called quiet.");
  }
}
