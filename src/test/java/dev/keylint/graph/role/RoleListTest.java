package dev.keylint.graph.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The form in which the built-in roles are kept.
class RoleListTest {
  private static final String FORM =
      """
      # a comment
      id-1 First Role
        aka Once First
        aka Twice First
        + A/*
        + B/read
        - A/write
        data A/x/read
        data- A/y/read
        ? A/assign
        and
        + C/*
      # another
      id-2 Second
      """;

  @Test
  void aRoleIsALineWithItsFactsBelow() {
    Map<String, BuiltInRole> roles = BuiltInRoles.parse(FORM.lines().toList());
    Permission first =
        new Permission(
            List.of("A/*", "B/read"),
            List.of("A/write"),
            List.of("A/x/read"),
            List.of("A/y/read"),
            List.of("A/assign"));
    Permission more = new Permission(List.of("C/*"), List.of(), List.of(), List.of(), List.of());
    Permission none = new Permission(List.of(), List.of(), List.of(), List.of(), List.of());
    assertThat(roles.values())
        .containsExactly(
            new BuiltInRole(
                "id-1", "First Role", List.of("Once First", "Twice First"), List.of(first, more)),
            new BuiltInRole("id-2", "Second", List.of(), List.of(none)));
    assertThat(roles.keySet()).containsExactly("id-1", "id-2");
  }

  @Test
  void thoseNearOurTargetsComeFirst() {
    List<BuiltInRole> all = BuiltInRoles.table().all();
    assertThat(all).hasSizeGreaterThan(900).doesNotHaveDuplicates();
    assertThat(all.indexOf(BuiltInRoles.table().byName("Search Service Contributor").orElseThrow()))
        .isLessThan(all.indexOf(BuiltInRoles.table().byName("AcrDelete").orElseThrow()));
  }

  /// A role may carry the former name of another one.
  @Test
  void namesComeBeforeFormerNames() {
    assertThat(BuiltInRoles.table().byName("azure ai user").orElseThrow().name())
        .isNotEqualToIgnoringCase("azure ai user");
    assertThat(BuiltInRoles.table().byName("nobody's role")).isEmpty();
  }
}
