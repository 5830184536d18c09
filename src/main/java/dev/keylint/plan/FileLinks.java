package dev.keylint.plan;

import dev.keylint.json.JsonReader;
import dev.keylint.lower.Embedded;
import dev.keylint.lower.Exports;
import dev.keylint.lower.Inline;
import dev.keylint.lower.LinkedTemplates;
import dev.keylint.lower.Linker;
import dev.keylint.lower.LoadForm;
import dev.keylint.lower.arm.ArmLowering;
import dev.keylint.lower.arm.EmbeddedTemplate;
import dev.keylint.lower.arm.InlineTemplate;
import dev.keylint.module.Lookup;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.Expr;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What one file may ask of the others, answered from the files that the loader has.
final class FileLinks implements Linker, LinkedTemplates {
  private final TemplateLoader loader;
  private final WorkspaceFile file;

  FileLinks(TemplateLoader loader, WorkspaceFile file) {
    this.loader = loader;
    this.file = file;
  }

  @Override
  public Optional<Template> module(String reference, Location at, Consumer<Diagnostic> report) {
    return lowered(reference, at, report)
        .flatMap(found ->
            switch (found.loaded()) {
              case Loaded.Template(var template) -> Optional.of(template);
              case Loaded.Unreadable(var why) -> {
                report.accept(why);
                yield Optional.<Template>empty();
              }
              case Loaded.Other _, Loaded.Parameters _ -> {
                report.accept(noTemplate(reference, at));
                yield Optional.<Template>empty();
              }
            });
  }

  @Override
  public Optional<Exports> exports(String reference, Location at, Consumer<Diagnostic> report) {
    return lowered(reference, at, report)
        .flatMap(found -> {
          if (found.exports().isEmpty()) {
            report.accept(
                found.loaded() instanceof Loaded.Unreadable(var why)
                    ? why
                    : noTemplate(reference, at));
          }
          return found.exports();
        });
  }

  @Override
  public Optional<Template> find(String reference, Location at, Consumer<Diagnostic> report) {
    boolean remote = reference.contains("://") || reference.startsWith("/") || reference.isEmpty();
    return remote
        ? LinkedTemplates.NONE.find(reference, at, report)
        : module(reference, at, report);
  }

  @Override
  public Optional<Template> standIn(
      String url, List<String> candidates, Location at, Consumer<Diagnostic> report) {
    Optional<WorkspaceFile> found =
        loader
            .standIn(file, candidates, at)
            .filter(it -> loader.graph().obstacle(file, it, at).isEmpty());
    if (found.isEmpty() || !(loader.load(found.orElseThrow()) instanceof Loaded.Template(var it))) {
      return Optional.empty();
    }
    String message =
        "`"
            + found.orElseThrow().shown()
            + "` stands in for `"
            + url
            + "`, which keylint does not fetch";
    report.accept(
        Diagnostic.of(Kind.NOTE, message, at)
            .help("what fails in it counts, what complies there stays undecided"));
    return Optional.of(it);
  }

  @Override
  public Optional<Template> loaded(Source source) {
    return JsonReader.read(source)
        .object()
        .map(root -> ArmLowering.lower(source, root, LinkedTemplates.NONE));
  }

  @Override
  public Optional<Embedded> embedded(Expr written, Consumer<Diagnostic> report) {
    return EmbeddedTemplate.read(written, report);
  }

  @Override
  public Optional<Inline> inline(
      Expr.ObjectExpr written, boolean outer, Consumer<Diagnostic> report) {
    return InlineTemplate.read(written, outer, this, report);
  }

  @Override
  public Optional<String> template(String reference, Location at, Consumer<Diagnostic> report) {
    return switch (loader.modules().resolve(file, reference, at)) {
      case Lookup.Found<WorkspaceFile>(var found) -> Optional.of(found.shown());
      case Lookup.NotFound<WorkspaceFile>(var why) -> {
        report.accept(why);
        yield Optional.empty();
      }
    };
  }

  @Override
  public Optional<ParameterFile> base(String reference, Location at, Consumer<Diagnostic> report) {
    return lowered(reference, at, report)
        .flatMap(found -> {
          if (found.loaded() instanceof Loaded.Parameters(var base)) {
            return Optional.of(base);
          }
          report.accept(
              Diagnostic.of(
                  Kind.MISSING_FILE, "`" + reference + "` is no Bicep parameter file", at));
          return Optional.empty();
        });
  }

  @Override
  public Optional<Expr> environment(String name, Location at) {
    return loader.variables().inBicep(name, at);
  }

  @Override
  public Lookup<WorkspaceFile> file(String path, Location at) {
    return loader.workspace().file(file, path, Kind.MISSING_FILE, at);
  }

  @Override
  public Lookup<List<String>> files(String folder, Location at) {
    return loader.folders().of(file, folder, at);
  }

  @Override
  public Lookup<Expr> content(WorkspaceFile loaded, LoadForm form, Optional<Charset> charset) {
    return loader.contents().of(loaded, form, charset);
  }

  private Optional<TemplateLoader.Lowered> lowered(
      String reference, Location at, Consumer<Diagnostic> report) {
    return switch (loader.modules().resolve(file, reference, at)) {
      case Lookup.Found<WorkspaceFile>(var target) -> {
        Optional<Diagnostic> obstacle = loader.graph().obstacle(file, target, at);
        obstacle.ifPresent(report);
        yield obstacle.isPresent() ? Optional.empty() : Optional.of(loader.lowered(target));
      }
      case Lookup.NotFound<WorkspaceFile>(var why) -> {
        report.accept(why);
        yield Optional.empty();
      }
    };
  }

  private static Diagnostic noTemplate(String reference, Location at) {
    return Diagnostic.of(Kind.MISSING_MODULE, "`" + reference + "` is no template", at);
  }
}
