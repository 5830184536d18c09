package dev.keylint.graph.role;

import java.util.List;

/// A role that Azure brings along: its GUID never changes, its name may; `formerNames` still occur
/// in documents. It gives what any of its permission entries gives.
public record BuiltInRole(
    String id, String name, List<String> formerNames, List<Permission> permissions) {
  public BuiltInRole {
    formerNames = List.copyOf(formerNames);
    permissions = List.copyOf(permissions);
  }
}
