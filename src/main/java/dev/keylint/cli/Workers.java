package dev.keylint.cli;

import dev.keylint.eval.DeepThread;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Gatherer;

/// Works on several items at a time, each core on one.
final class Workers<T, R> {
  private final Function<T, R> work;
  private final int ahead;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(), it -> new DeepThread(it, "worker"));
  private final Deque<Future<R>> pending = new ArrayDeque<>();

  private Workers(Function<T, R> work, int ahead) {
    this.work = work;
    this.ahead = ahead;
  }

  /// The results in the order of the items. An item is taken when there are results of all but
  /// `ahead` of those before it, and these have been passed on.
  static <T, R> Gatherer<T, ?, R> inOrder(int ahead, Function<T, R> work) {
    return Gatherer.<T, Workers<T, R>, R>ofSequential(
        () -> new Workers<>(work, ahead),
        Gatherer.Integrator.of((workers, item, results) -> workers.take(item, results)),
        Workers::end);
  }

  private boolean take(T item, Gatherer.Downstream<? super R> results) {
    pending.add(threads.submit(() -> work.apply(item)));
    return pending.size() < ahead || pass(results);
  }

  private void end(Gatherer.Downstream<? super R> results) {
    try {
      while (!pending.isEmpty() && pass(results)) {
        // Passed on.
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean pass(Gatherer.Downstream<? super R> results) {
    try {
      return results.push(pending.remove().get());
    } catch (InterruptedException | ExecutionException e) {
      threads.shutdownNow();
      throw new IllegalStateException("a deployment could not be worked on", e);
    }
  }
}
