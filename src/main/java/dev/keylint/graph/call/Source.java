package dev.keylint.graph.call;

import java.util.Locale;

/// What kind of place a call was read from.
public enum Source {
  /// A setting or environment variable.
  SETTING,
  /// A connection of an account, a project or a workspace.
  CONNECTION,
  /// An HTTP action of a Logic App, a web activity or a linked service.
  ACTION,
  /// A policy of API Management.
  POLICY,
  /// A backend of API Management that signs in itself.
  BACKEND,
  /// A policy that could not be read, which may make any call.
  UNREAD;

  /// What rules call it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
