package dev.keylint.cli;

/// What templates say of Azure OpenAI.
final class OpenAi {
  private OpenAi() {}

  /// An account with the symbol `account`, in five lines.
  ///
  /// @param name of the account, and
  /// @param keysOff whether it takes no keys, as Bicep says them
  static String account(String name, String keysOff) {
    return """
    resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
      name: NAME
      kind: 'OpenAI'
      properties: { disableLocalAuth: FLAG }
    }
    """
        .replace("NAME", name)
        .replace("FLAG", keysOff);
  }
}
