package dev.keylint.live;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// How the reading of one list at one scope went.
///
/// @param name what was read: a resource type
/// @param scope where: a resource id
/// @param status the last HTTP status, 0 when there was none
/// @param error Azure's error code or what else went wrong
/// @param rows how many resources it gave
public record UnitReport(
    String name,
    String scope,
    State state,
    int status,
    Optional<String> error,
    Optional<String> apiVersion,
    int rows,
    Instant readAt) {

  /// The end of a reading. Only `OK` may be taken for complete.
  public enum State {
    OK,
    FORBIDDEN,
    THROTTLED,
    FAILED;

    /// As the snapshot writes it.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return switch (word) {
        case "ok" -> OK;
        case "forbidden" -> FORBIDDEN;
        case "throttled" -> THROTTLED;
        default -> FAILED;
      };
    }
  }
}
