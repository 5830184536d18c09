package dev.keylint.eval;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// A thread whose stack is deep enough for nested evaluations, which need more than one has by
/// default.
public final class DeepThread extends Thread {
  /// Untouched pages cost nothing.
  private static final long STACK_BYTES = 512L << 20;

  /// A thread that does not hold up the end of the program.
  public DeepThread(Runnable work, String name) {
    super(null, work, name, STACK_BYTES);
    setDaemon(true);
  }

  /// What some work gives: done on this thread when it is deep enough, else on one of its own.
  ///
  /// @throws IllegalStateException with the error of that thread
  static <T> T call(Supplier<T> work) {
    if (Thread.currentThread() instanceof DeepThread) {
      return work.get();
    }
    CompletableFuture<T> made = new CompletableFuture<>();
    Runnable run =
        () -> {
          try {
            made.complete(work.get());
          } catch (RuntimeException | Error e) {
            made.completeExceptionally(e);
          }
        };
    new DeepThread(run, "expansion").start();
    try {
      return made.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("an expansion failed", e.getCause());
    }
  }
}
