package dev.keylint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What several roles let their holder do together.
final class PowerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "assign roles; call models; call models                  | call models; assign roles",
        "assign roles under a condition; assign roles            | assign roles",
        "assign roles under a condition                          | assign roles under a condition",
        "list query keys; list keys                              | list keys",
        "list query keys; list keys under a condition            | list keys under a condition;"
            + " list query keys",
        "list query keys under a condition; list keys            | list keys",
        "list query keys under a condition; list keys under a condition | list keys under a"
            + " condition",
        "what can't be told; use other features; list keys       | list keys; use other features;"
            + " what can't be told",
      },
      quoteCharacter = '"')
  void eachIsSaidOnceAtItsStrongest(String all, String said) {
    assertThat(String.join("; ", Power.joined(List.of(all.split("; "))))).isEqualTo(said);
  }
}
