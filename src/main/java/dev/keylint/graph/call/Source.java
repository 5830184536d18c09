package dev.keylint.graph.call;

import dev.keylint.text.Keyword;

/// What kind of place a call was read from.
public enum Source implements Keyword {
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
  /// Settings by which an app tells its model to look things up in Search: the account calls it.
  ON_YOUR_DATA,
  /// A skill, vectorizer or knowledge base of Search, which a script or flow makes: the Search
  /// service calls.
  SEARCH_OBJECT,
  /// A policy that could not be read, which may make any call.
  UNREAD;
}
