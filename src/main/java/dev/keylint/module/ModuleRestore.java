package dev.keylint.module;

import dev.keylint.text.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/// Fetches published modules into a cache: the only part of keylint's work on templates that opens
/// the network.
public final class ModuleRestore {
  private static final String SIGN_IN =
      "run `az bicep restore --file FILE`, which fills the same cache, or name a folder that holds"
          + " it with `--registry-dir`";

  private final ModuleResolver resolver;
  private final Options options;
  private final RegistryLimits limits;

  public ModuleRestore(ModuleResolver resolver, Options options) {
    this(resolver, options, RegistryLimits.DEFAULT);
  }

  ModuleRestore(ModuleResolver resolver, Options options, RegistryLimits limits) {
    this.resolver = resolver;
    this.options = options;
    this.limits = limits;
  }

  /// How to restore.
  ///
  /// @param cache the folder that the user asks for; without one the configuration of each file
  ///   says it
  /// @param standard the folder when that says nothing
  /// @param force whether what is there already is fetched again
  /// @param registries those that may be asked
  /// @param time how long the whole run may take
  public record Options(
      Optional<Path> cache,
      Optional<Path> standard,
      boolean force,
      RegistryAllowList registries,
      Duration time) {}

  /// A reference to something published, where it stands.
  ///
  /// @param isExtension whether it asks for the types of an extension instead of a module
  public record Request(WorkspaceFile from, String reference, Location at, boolean isExtension) {}

  /// What has become of a module, and the places that refer to it.
  public record Restored(String module, Outcome outcome, List<Location> places) {
    public Restored {
      places = List.copyOf(places);
    }
  }

  /// What became of one module.
  public sealed interface Outcome {
    /// It has been fetched.
    record Fetched() implements Outcome {}

    /// It was there already.
    record Present() implements Outcome {}

    /// It is not needed.
    record Skipped(String why) implements Outcome {}

    /// It is still missing.
    record Failed(String why, Optional<String> help) implements Outcome {}
  }

  /// Something to do once, however many references lead to it.
  private sealed interface Task {
    record Known(String module, Outcome outcome) implements Task {}

    record Fetch(ModuleReference.Registry module, ModuleCache cache) implements Task {}
  }

  /// Restores all that is requested, each module once, in the order of their names.
  public List<Restored> run(List<Request> requests) {
    Map<Task, List<Location>> tasks = new LinkedHashMap<>();
    for (Request request : requests) {
      tasks.computeIfAbsent(guarded(request), _ -> new ArrayList<>()).add(request.at());
    }
    List<Restored> restored = new ArrayList<>();
    List<Task.Fetch> fetches = new ArrayList<>();
    tasks.forEach((task, places) -> {
      switch (task) {
        case Task.Known(var module, var outcome) ->
            restored.add(new Restored(module, outcome, places));
        case Task.Fetch fetch -> fetches.add(fetch);
      }
    });
    fetch(fetches)
        .forEach((fetch, outcome) ->
            restored.add(
                new Restored(
                    fetch.module().text(), outcome, tasks.getOrDefault(fetch, List.of()))));
    restored.sort(Comparator.comparing(Restored::module));
    return restored;
  }

  /// Everything that one reference can do to us ends here, so that it costs no other one.
  private static <T> T guarded(Supplier<T> work, Function<Outcome.Failed, T> failed) {
    try {
      return work.get();
    } catch (RuntimeException | StackOverflowError fault) {
      return failed.apply(
          new Outcome.Failed(
              "keylint fails at this reference: " + RestoreFailed.quoted(fault.toString()),
              Optional.of("please report it")));
    }
  }

  private Task guarded(Request request) {
    return guarded(() -> task(request), failed -> new Task.Known(request.reference(), failed));
  }

  private Task task(Request request) {
    return switch (resolver.reference(request.from(), request.reference())) {
      case ModuleReference.Local(var path) ->
          throw new IllegalStateException("a path is nothing to restore: " + path);
      case ModuleReference.Malformed(var message, var help) ->
          new Task.Known(request.reference(), new Outcome.Failed(message, help));
      case ModuleReference.TemplateSpec spec ->
          new Task.Known(
              request.reference(),
              resolver.find(request.from(), spec).isPresent()
                  ? new Outcome.Present()
                  : new Outcome.Failed(
                      "template specs can be read only with a sign-in to Azure",
                      Optional.of(SIGN_IN)));
      case ModuleReference.Registry module -> published(request, module);
    };
  }

  private Task published(Request request, ModuleReference.Registry module) {
    if (request.isExtension()) {
      // Half an extension in the cache would keep the Bicep CLI from restoring the whole.
      return new Task.Known(
          module.text(), new Outcome.Skipped("keylint needs no extension's types"));
    }
    boolean supplied = resolver.supplied(module).isPresent();
    if (supplied && !options.force()) {
      return new Task.Known(module.text(), new Outcome.Present());
    }
    Optional<ModuleCache> users = usersCache(request.from());
    if (users.filter(it -> it.holds(module)).isPresent() && !options.force()) {
      return new Task.Known(module.text(), new Outcome.Present());
    }
    // What a folder of the scanned tree holds may be forged, so it is no reason not to fetch.
    Optional<ModuleCache> cache =
        users.or(() -> resolver.configuredCache(request.from()).map(ModuleCache::new));
    if (cache.isEmpty()) {
      return new Task.Known(
          module.text(),
          new Outcome.Failed(
              "there is no home folder for the cache", Optional.of("name one with `--cache`")));
    }
    return refusal(module)
        .<Task>map(refused -> new Task.Known(module.text(), refused))
        .orElseGet(() -> new Task.Fetch(module, cache.orElseThrow()));
  }

  private Optional<ModuleCache> usersCache(WorkspaceFile from) {
    return options
        .cache()
        .or(() -> resolver.configuredCache(from).filter(resolver::isUsers))
        .or(options::standard)
        .map(ModuleCache::new);
  }

  /// Why a registry is not asked at all.
  private Optional<Outcome> refusal(ModuleReference.Registry module) {
    if (!RegistryAllowList.isHost(module.host())) {
      return Optional.of(
          new Outcome.Failed(
              RestoreFailed.quoted(module.host()) + " is no host that can be asked",
              Optional.empty()));
    }
    return options.registries().allows(module)
        ? Optional.empty()
        : Optional.of(
            new Outcome.Failed(
                "`"
                    + module.host()
                    + "` is not asked unless you allow it with `--allow-registry "
                    + module.host()
                    + "`",
                Optional.empty()));
  }

  private Map<Task.Fetch, Outcome> fetch(List<Task.Fetch> fetches) {
    Map<Task.Fetch, Outcome> outcomes = new LinkedHashMap<>();
    if (fetches.isEmpty()) {
      return outcomes;
    }
    Deadline deadline = Deadline.in(options.time());
    ExecutorService workers = Executors.newFixedThreadPool(limits.parallel());
    try (RegistryHttp http = new RegistryHttp(limits, deadline)) {
      Map<Task.Fetch, Future<Outcome>> pending = new LinkedHashMap<>();
      fetches.forEach(fetch ->
          pending.put(
              fetch, workers.submit(() -> guarded(() -> fetch(http, fetch), failed -> failed))));
      pending.forEach((fetch, future) -> outcomes.put(fetch, outcome(future, deadline)));
    } finally {
      workers.shutdownNow();
    }
    return outcomes;
  }

  private static Outcome outcome(Future<Outcome> future, Deadline deadline) {
    try {
      return future.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a restore failed", e.getCause());
    } catch (TimeoutException _) {
      future.cancel(true);
      return failed(deadline.passed());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Outcome.Failed("interrupted", Optional.empty());
    }
  }

  private static Outcome.Failed failed(RestoreFailed why) {
    return new Outcome.Failed(why.why(), why.help());
  }

  private Outcome fetch(RegistryHttp http, Task.Fetch fetch) {
    try {
      fetch
          .cache()
          .store(fetch.module(), new RegistrySession(http, limits, fetch.module()).fetch());
      return new Outcome.Fetched();
    } catch (RestoreFailed e) {
      return failed(e);
    } catch (IOException e) {
      return new Outcome.Failed(
          "the cache cannot be written: " + IoProblem.reason(e),
          Optional.of("name another folder with `--cache`"));
    }
  }
}
