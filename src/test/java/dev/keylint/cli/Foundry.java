package dev.keylint.cli;

/// What templates say of Foundry.
final class Foundry {
  private Foundry() {}

  /// An account with the project `team`.
  ///
  /// @param name of the account, its host and its symbol
  /// @param property what else it has
  static String account(String name, String property) {
    return """
    resource ACCOUNT 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
      name: 'ACCOUNT'
      kind: 'AIServices'
      properties: { customSubDomainName: 'ACCOUNT', PROPERTY }
      resource team 'projects' = {
        name: 'team'
        properties: {}
      }
    }
    """
        .replace("ACCOUNT", name)
        .replace("PROPERTY", property);
  }
}
