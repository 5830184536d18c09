package dev.keylint.eval.run;

import java.io.Serial;

/// Ends an expansion that has used up what a whole run may use; what was found until then stays.
public final class LimitReached extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  LimitReached(String message) {
    super(message, null, false, false);
  }
}
