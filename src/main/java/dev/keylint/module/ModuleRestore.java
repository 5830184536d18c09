package dev.keylint.module;

import dev.keylint.text.Location;
import java.io.IOException;
import java.nio.file.Path;
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
  public record Options(Optional<Path> cache, Optional<Path> standard, boolean force) {}

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
      tasks.computeIfAbsent(task(request), _ -> new ArrayList<>()).add(request.at());
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
    Optional<ModuleCache> cache =
        options
            .cache()
            .or(() -> resolver.configuredCache(request.from()))
            .or(options::standard)
            .map(ModuleCache::new);
    if (cache.isEmpty()) {
      return new Task.Known(
          module.text(),
          new Outcome.Failed(
              "there is no home folder for the cache", Optional.of("name one with `--cache`")));
    }
    boolean isHere =
        resolver.supplied(module).isPresent() || cache.filter(it -> it.holds(module)).isPresent();
    return isHere && !options.force()
        ? new Task.Known(module.text(), new Outcome.Present())
        : new Task.Fetch(module, cache.orElseThrow());
  }

  private Map<Task.Fetch, Outcome> fetch(List<Task.Fetch> fetches) {
    Map<Task.Fetch, Outcome> outcomes = new LinkedHashMap<>();
    if (fetches.isEmpty()) {
      return outcomes;
    }
    try (RegistryHttp http = new RegistryHttp(limits);
        ExecutorService workers = Executors.newFixedThreadPool(limits.parallel())) {
      Map<Task.Fetch, Future<Outcome>> pending = new LinkedHashMap<>();
      fetches.forEach(fetch -> pending.put(fetch, workers.submit(() -> fetch(http, fetch))));
      pending.forEach((fetch, future) -> outcomes.put(fetch, outcome(future)));
    }
    return outcomes;
  }

  private static Outcome outcome(Future<Outcome> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a restore failed", e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Outcome.Failed("interrupted", Optional.empty());
    }
  }

  private Outcome fetch(RegistryHttp http, Task.Fetch fetch) {
    try {
      fetch
          .cache()
          .store(fetch.module(), new RegistrySession(http, limits, fetch.module()).fetch());
      return new Outcome.Fetched();
    } catch (RestoreFailed e) {
      return new Outcome.Failed(e.why(), e.help());
    } catch (IOException e) {
      return new Outcome.Failed(
          "the cache cannot be written: " + IoProblem.reason(e),
          Optional.of("name another folder with `--cache`"));
    }
  }
}
