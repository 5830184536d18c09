package dev.keylint.graph.policy;

import dev.keylint.resource.Resource;

/// Which requests a policy bears on, by its type.
enum PolicyScope {
  /// All of a service or workspace; fragments count as such.
  ALL(1),
  PRODUCT(2),
  API(2),
  OPERATION(3);

  private final int depth;

  PolicyScope(int depth) {
    this.depth = depth;
  }

  /// How many levels above the policy its service or workspace is.
  int depth() {
    return depth;
  }

  static PolicyScope of(Resource policy) {
    String type = policy.type().key();
    if (type.endsWith("/apis/operations/policies")) {
      return OPERATION;
    }
    if (type.endsWith("/apis/policies")) {
      return API;
    }
    return type.endsWith("/products/policies") ? PRODUCT : ALL;
  }
}
