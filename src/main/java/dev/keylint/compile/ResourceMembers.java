package dev.keylint.compile;

import dev.keylint.text.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What resources of Azure Resource Manager have beside their properties.
///
/// Some types have more of their own, so only a name that starts as one of these and looks like it
/// is wrong.
final class ResourceMembers {
  private static final List<String> KNOWN =
      List.of(
          "type",
          "name",
          "id",
          "apiVersion",
          "scope",
          "properties",
          "kind",
          "sku",
          "identity",
          "location",
          "tags",
          "zones",
          "plan",
          "managedBy",
          "managedByExtended",
          "extendedLocation",
          "etag",
          "systemData",
          "placement",
          "parent",
          "dependsOn");

  private ResourceMembers() {}

  /// The member that was meant, when this is none but looks like one.
  static Optional<String> meant(String name) {
    boolean known = KNOWN.stream().anyMatch(it -> it.equalsIgnoreCase(name));
    boolean plural = KNOWN.stream().anyMatch(it -> name.toLowerCase(Locale.ROOT).equals(it + "s"));
    return known || plural
        ? Optional.empty()
        : Spelling.closest(name, KNOWN).filter(it -> it.regionMatches(true, 0, name, 0, 1));
  }
}
