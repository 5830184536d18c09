package dev.keylint.graph.role;

import java.util.List;

/// A role that Azure brings along: its GUID never changes, its name may; `formerNames` still occur
/// in documents.
public record BuiltInRole(String id, String name, List<String> formerNames, Permission permission) {
  public BuiltInRole {
    formerNames = List.copyOf(formerNames);
  }
}
