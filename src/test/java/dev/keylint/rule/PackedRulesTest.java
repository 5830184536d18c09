package dev.keylint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.compile.RuleBook;
import dev.keylint.compile.RuleCompiler;
import dev.keylint.compile.RuleDirectory;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PackedRulesTest {

  @Test
  void whatIsPackedIsReadBack() throws IOException {
    RuleBook book = RuleCompiler.compile(RuleDirectory.load(Path.of("rules"), "rules"), Set.of());
    byte[] packed = pack(book.rules());
    List<Rule> read = PackedRules.read(new ByteArrayInputStream(packed));
    assertThat(read).hasSameSizeAs(book.rules());
    assertThat(pack(read)).isEqualTo(packed);
    // Where values of parameters and fixes stand is not packed; all else is.
    assertThat(read)
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .ignoringFieldsOfTypes(Origin.class)
        .withEqualsForType(
            (one, other) -> NormalForm.print(one).equals(NormalForm.print(other)), Value.Obj.class)
        .isEqualTo(book.rules());
  }

  @Test
  void theBuiltInRulesAreThoseOfTheFolder() throws IOException {
    RuleBook book = RuleCompiler.compile(RuleDirectory.load(Path.of("rules"), "rules"), Set.of());
    assertThat(PackedRules.builtIn())
        .extracting(Rule::id)
        .containsExactlyElementsOf(book.rules().stream().map(Rule::id).toList());
  }

  private static byte[] pack(List<Rule> rules) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PackedRules.write(rules, out);
    return out.toByteArray();
  }
}
