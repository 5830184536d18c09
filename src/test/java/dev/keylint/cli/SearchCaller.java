package dev.keylint.cli;

/// A web app that queries a search service, as templates say it.
final class SearchCaller {
  private SearchCaller() {}

  /// The service, with the symbol `docs`, and the app, with the symbol `app`.
  ///
  /// @param service the name of the one that is declared, and
  /// @param queried of the one that the app queries
  static String template(String service, String queried) {
    return """
    resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
      name: 'SERVICE'
      properties: { disableLocalAuth: true }
    }
    resource app 'Microsoft.Web/sites@2024-04-01' = {
      name: 'app'
      identity: { type: 'SystemAssigned' }
      properties: {
        siteConfig: {
          appSettings: [{ name: 'AZURE_SEARCH_ENDPOINT', value: 'https://QUERIED.search.windows.net' }]
        }
      }
    }
    """
        .replace("SERVICE", service)
        .replace("QUERIED", queried);
  }
}
