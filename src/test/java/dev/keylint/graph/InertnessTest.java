package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Roles at a scope that is not known.
class InertnessTest {
  @ParameterizedTest
  @CsvSource({
    // Owner, Contributor, Reader: whatever the scope is, they give something there
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635, no",
    "b24988ac-6180-42a0-ab88-20f7382dd24c, no",
    "acdd72a7-3385-48ef-bd42-f606fba81ae7, no",
    // Cognitive Services OpenAI User, Search Index Data Reader: that depends
    "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd, open",
    "1407120a-92aa-4202-b7e9-c0e197c71c8f, open",
    // Key Vault Secrets User
    "4633458b-17de-408a-b874-0445c86b69e6, no",
  })
  void whatGivesSomethingEverywhereIsInertNowhere(String role, String inert) {
    Grant grant =
        GrantsTest.only(
            GrantsTest.SITE,
            GrantsTest.assignment(
                "${site.identity.principalId}", role, "\"scope\": \"${param.scope}\", "));
    Answer answer = grant.isInert();
    assertThat(Estates.show(answer)).isEqualTo(inert);
  }
}
