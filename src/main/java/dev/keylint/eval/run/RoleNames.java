package dev.keylint.eval.run;

import java.util.Optional;

/// The built-in roles by display name, for `roleDefinitions('Contributor')`.
@FunctionalInterface
public interface RoleNames {
  /// No role is known: such calls stay symbolic.
  RoleNames NONE = _ -> Optional.empty();

  /// The GUID of the role of this display name, ignoring case.
  Optional<String> guid(String displayName);
}
