package dev.keylint.live;

import java.io.Serial;
import java.util.List;

/// There is no way to sign in here; the attempts say what was tried and why each did not work.
public final class SignInFailed extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Attempt> attempts;

  /// One way to sign in, and why it did not work, as a phrase.
  public record Attempt(String way, String why) {}

  SignInFailed(List<Attempt> attempts) {
    super("no way to sign in to Azure worked");
    this.attempts = List.copyOf(attempts);
  }

  public List<Attempt> attempts() {
    return attempts;
  }
}
