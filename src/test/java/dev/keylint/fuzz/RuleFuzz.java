package dev.keylint.fuzz;

import dev.keylint.compile.RuleCompiler;
import dev.keylint.rule.RuleFolder;
import dev.keylint.text.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// A `rule.yaml` of a user: its YAML, its fields and its expressions in CEL.
public final class RuleFuzz {
  private RuleFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Source rule = Source.of("rule.yaml", new String(input, StandardCharsets.UTF_8));
    RuleFolder folder = RuleFolder.of("a-rule", rule);
    Places.check(RuleCompiler.compile(List.of(folder), Set.of()).diagnostics());
  }
}
