package dev.keylint.live;

import com.azure.resourcemanager.authorization.AuthorizationManager;
import com.azure.resourcemanager.cognitiveservices.CognitiveServicesManager;
import com.azure.resourcemanager.search.SearchServiceManager;
import java.util.List;

/// One list to read: the resource type, and how.
///
/// @param type what the list holds
/// @param read reads it to its end; the connection's tee keeps the pages
record Unit(String type, UnitReading read) {
  /// What the four first rules need of a subscription: by Microsoft's typed clients where their
  /// api-version suffices, else raw over the same pipeline.
  static List<Unit> all() {
    return List.of(
        new Unit(
            "Microsoft.CognitiveServices/accounts",
            (arm, subscription) ->
                drain(
                    CognitiveServicesManager.authenticate(arm.pipeline(), arm.profile(subscription))
                        .serviceClient()
                        .getAccounts()
                        .list())),
        new Unit(
            "Microsoft.Search/searchServices",
            (arm, subscription) ->
                drain(
                    SearchServiceManager.authenticate(arm.pipeline(), arm.profile(subscription))
                        .serviceClient()
                        .getServices()
                        .list())),
        new Unit(
            "Microsoft.Authorization/roleAssignments",
            (arm, subscription) ->
                drain(
                    AuthorizationManager.authenticate(arm.pipeline(), arm.profile(subscription))
                        .roleServiceClient()
                        .getRoleAssignments()
                        .list())),
        new Unit(
            "Microsoft.Authorization/roleDefinitions",
            (arm, subscription) ->
                drain(
                    AuthorizationManager.authenticate(arm.pipeline(), arm.profile(subscription))
                        .roleServiceClient()
                        .getRoleDefinitions()
                        .list("subscriptions/" + subscription))),
        raw("Microsoft.ManagedIdentity/userAssignedIdentities", "2024-11-30"),
        raw("Microsoft.Web/sites", "2025-03-01"),
        raw("Microsoft.App/containerApps", "2025-01-01"));
  }

  private static void drain(Iterable<?> items) {
    for (var _ : items) {
      // The tee has the page; the typed item is not needed.
    }
  }

  private static Unit raw(String type, String apiVersion) {
    return new Unit(
        type,
        (arm, subscription) ->
            RawList.read(
                arm,
                "/subscriptions/"
                    + subscription
                    + "/providers/"
                    + type
                    + "?api-version="
                    + apiVersion));
  }
}
