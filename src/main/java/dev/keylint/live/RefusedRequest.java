package dev.keylint.live;

import java.io.Serial;

/// A request that Azure's answer asked for and that the guard did not send; ends its unit, not the
/// scan.
final class RefusedRequest extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  RefusedRequest(String message) {
    super(message);
  }

  RefusedRequest(String message, Throwable cause) {
    super(message, cause);
  }
}
