package dev.keylint.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameIndexTest {
  @ParameterizedTest
  @CsvSource({
    "'Name name', Name, Name", // its own case
    "'Name name', name, name",
    "'Name name', NAME, name", // in a third case the one in lower case
    "'Name nAme', NAME, Name", // or the first
    "'Name other', NAME, Name",
  })
  void namesAreFoundInTheirOwnCaseFirst(String declared, String asked, String found) {
    NameIndex<String> index = new NameIndex<>(List.of(declared.split(" ")), Function.identity());
    assertThat(index.find(asked)).contains(found);
    assertThat(index.find("none")).isEmpty();
  }
}
