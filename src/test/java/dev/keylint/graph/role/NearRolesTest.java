package dev.keylint.graph.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which role a GUID of none was meant to be.
class NearRolesTest {
  @ParameterizedTest
  @CsvSource({
    "53ca6127-db72-4e31-b599-04dc5da150b4, Foundry User",
    "5E0BD9BD-7B93-4F28-AF87-19FC36AD61B0, Cognitive Services OpenAI User",
    "5e0bd9bd-7b93-4f28-af87-19fc36ad6,    Cognitive Services OpenAI User",
    "5e0bd9b-7b93-4f28-af87-19fc36ad61bd,  Cognitive Services OpenAI User",
    "50ebd9db-7b93-4f28-af87-19fc36ad61bd, -",
    "0a1b2c3d-1111-4222-8333-444455556666, -",
    "xe0bd9bd-7b93-4f28-af87-19fc36ad6xxd, Cognitive Services OpenAI User",
    "xe0bd9bd-7b93-4f28-af87-19fc36adxxxd, -",
    "reader,                               -",
  })
  void aFewSlipsAreSeen(String guid, String name) {
    assertThat(NearRoles.to(guid).map(BuiltInRole::name).orElse("-")).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, 0",
    "abc, abd, 1",
    "abc, ab, 1",
    "abc, xabc, 1",
    "abc, abcdef, 3",
    "abcd, badc, 3",
    "a, abcdefgh, 4"
  })
  void slipsAreCounted(String one, String other, int slips) {
    assertThat(NearRoles.slips(one, other)).isEqualTo(slips);
  }

  /// Else a slip could not be told from another role; a few pairs of roles are nearly the same.
  @Test
  void hardlyAnyTwoRolesAreNear() {
    List<BuiltInRole> alike =
        BuiltInRoles.table().all().stream()
            .filter(role -> !NearRoles.to(role.id()).equals(Optional.of(role)))
            .toList();
    assertThat(alike).hasSizeBetween(2, 10);
    assertThat(alike).allMatch(role -> NearRoles.to(role.id()).isEmpty());
  }
}
