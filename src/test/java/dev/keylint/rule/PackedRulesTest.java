package dev.keylint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.compile.RuleBook;
import dev.keylint.compile.RuleCompiler;
import dev.keylint.compile.RuleDirectory;
import dev.keylint.value.Origin;
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
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).metadata()).isEqualTo(book.rules().get(i).metadata());
      // Where a value of a fix stands is not packed.
      assertThat(read.get(i).validations())
          .usingRecursiveComparison()
          .ignoringFieldsOfTypes(Origin.class)
          .isEqualTo(book.rules().get(i).validations());
      assertThat(read.get(i).variables()).isEqualTo(book.rules().get(i).variables());
      assertThat(read.get(i).docs()).isEqualTo(book.rules().get(i).docs());
    }
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
