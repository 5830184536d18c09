package dev.keylint.plan.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How far project files are looked into.
final class ProjectLimitsTest extends ProjectFolder {
  /// A tool that takes more of it does more than is seen here.
  @ParameterizedTest
  @CsvSource({"azure.yaml", "teamsapp.yml"})
  void whatIsTooMuchMakesTheRunIncomplete(String name) throws IOException {
    files("infra/main.bicep");
    StringBuilder layers = new StringBuilder("infra:\n  layers:\n");
    StringBuilder services = new StringBuilder("services:\n");
    StringBuilder templates =
        new StringBuilder("provision:\n- uses: arm/deploy\n  with:\n    templates:\n");
    for (int i = 0; i < 101; i++) {
      layers.append("  - { path: infra }\n");
      services.append("  s").append(i).append(": { infra: { path: ../infra } }\n");
      templates.append("    - { path: infra/main.bicep }\n");
    }
    List<String> texts =
        name.equals("azure.yaml")
            ? List.of(layers.toString(), services.toString())
            : List.of(templates.toString());
    List<String> all = new ArrayList<>(texts);
    all.add("#" + "x".repeat(1 << 20));
    all.add("a: " + "[".repeat(200) + "]".repeat(200));
    for (String text : all) {
      assertThat(read(name, text).diagnostics())
          .extracting(Diagnostic::kind)
          .contains(Diagnostic.Kind.LIMIT);
    }
    for (String text : texts) {
      String hundred = text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1);
      assertThat(read(name, hundred).diagnostics())
          .extracting(Diagnostic::kind)
          .doesNotContain(Diagnostic.Kind.LIMIT);
    }
  }
}
