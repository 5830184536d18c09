package dev.keylint.eval;

import dev.keylint.bicep.BicepParser;
import dev.keylint.eval.WrittenDeclarations.Written;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.json.JsonReader;
import dev.keylint.resource.Estate;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether nothing that a template declares vanishes: each declaration is a resource of the estate,
/// a deployment that was walked through, kept out by a condition or loop, or a diagnostic covers
/// it.
final class Accounts {
  private final Source source;
  private final Template template;
  private final Evaluator.Expansion expansion;
  private final List<Diagnostic> diagnostics;

  /// The places of all that the lowered templates of the file declare.
  private final Set<Location> lowered = new HashSet<>();

  /// The deployments whose templates are not here.
  private final List<Span> missing = new ArrayList<>();

  private final Set<Location> expanded = new HashSet<>();

  /// @param template of the source, lowered
  /// @param expansion of the template, without parameters
  Accounts(Source source, Template template, Evaluator.Expansion expansion) {
    this.source = source;
    this.template = template;
    this.expansion = expansion;
    this.diagnostics = new ArrayList<>(template.diagnostics());
    this.diagnostics.addAll(expansion.estate().diagnostics());
    collect(template);
    Estate estate = expansion.estate();
    estate
        .resources()
        .forEach(it -> {
          expanded.add(it.declaredAt());
          expanded.addAll(it.earlier());
        });
    estate.gaps().forEach(it -> expanded.add(it.at()));
  }

  /// Those of a template that is expanded without parameters.
  static Accounts of(Source source, Template template, Evaluator evaluator, Limits limits) {
    return new Accounts(
        source,
        template,
        evaluator.expansion(template, Optional.empty(), DeploymentContext.NONE, limits));
  }

  private void collect(Template from) {
    for (Declaration declaration : from.resources()) {
      lowered.add(declaration.at());
      if (declaration instanceof Declaration.Deployment deployment) {
        switch (deployment.content()) {
          case Content.Inner(Template inner) -> collectOwn(inner);
          case Content.Outer(Template outer) -> collectOwn(outer);
          case Content.Published _ -> {}
          case Content.StandIn _ -> {}
          case Content.Missing _, Content.Unread _ -> {
            own(declaration.at()).ifPresent(missing::add);
          }
        }
      }
    }
  }

  private void collectOwn(Template inner) {
    if (inner.source().equals(source)) {
      collect(inner);
    }
  }

  /// The declarations that nothing accounts for.
  List<String> vanished() {
    List<String> lost = new ArrayList<>();
    for (Written written : written()) {
      if (!isLowered(written) && !isSaid(written)) {
        lost.add("not lowered: " + shown(written.whole()));
      }
    }
    if (!isCutShort()) {
      lost(template, false, lost);
    }
    return lost;
  }

  String text() {
    return source.text();
  }

  /// How many declarations there are.
  int count() {
    return written().size();
  }

  /// How many of them are in the estate.
  int expanded() {
    return (int) written().stream().filter(this::isExpanded).count();
  }

  private List<Written> written() {
    return source.path().endsWith(".json")
        ? JsonReader.read(source).object().map(WrittenDeclarations::in).orElse(List.of())
        : WrittenDeclarations.in(BicepParser.parse(source));
  }

  private boolean isLowered(Written written) {
    return isIn(lowered, written);
  }

  private boolean isExpanded(Written written) {
    return isIn(expanded, written);
  }

  /// In Bicep the place of a resource is its first line, up to the type.
  private boolean isIn(Set<Location> places, Written written) {
    return places.stream()
        .flatMap(at -> own(at).stream())
        .anyMatch(span ->
            written
                .name()
                .map(name -> holds(span, name) && holds(written.whole(), span))
                .orElse(span.equals(written.whole())));
  }

  /// Whether something is said of a declaration, or of all that it stands in.
  private boolean isSaid(Written written) {
    return missing.stream().anyMatch(span -> holds(span, written.whole()))
        || diagnostics.stream()
            .filter(it -> it.kind().incomplete())
            .flatMap(it -> own(it.location()).stream())
            .anyMatch(span ->
                holds(span, written.whole())
                    || (written.name().isPresent() && holds(written.head(), span)));
  }

  /// A place in the file.
  private Optional<Span> own(Location at) {
    return at instanceof Location.InFile(Source file, Span span) && file.equals(source)
        ? Optional.of(span)
        : Optional.empty();
  }

  private static boolean holds(Span outer, Span inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  private void lost(Template from, boolean perhapsKeptOut, List<String> lost) {
    for (Declaration declaration : from.resources()) {
      boolean out = perhapsKeptOut || expansion.reached().keptOut().contains(declaration.at());
      switch (declaration) {
        case Declaration.Resource _ -> {
          if (!out && !expanded.contains(declaration.at())) {
            lost.add("not expanded: " + declaration.symbol() + " at " + declaration.at());
          }
        }
        case Declaration.Deployment deployment -> {
          switch (deployment.content()) {
            case Content.Inner(Template inner) -> lost(inner, out, lost);
            case Content.Outer(Template outer) -> lost(outer, out, lost);
            case Content.Published(_, Template published) -> lost(published, out, lost);
            case Content.StandIn(Template standIn, _) -> lost(standIn, out, lost);
            case Content.Missing _, Content.Unread _ -> {
              if (!out && !expanded.contains(declaration.at())) {
                lost.add("no gap: " + declaration.symbol() + " at " + declaration.at());
              }
            }
          }
        }
      }
    }
  }

  /// Whether the expansion was cut short, which is said, so that the rest is not there.
  private boolean isCutShort() {
    return diagnostics.stream().anyMatch(it -> it.kind() == Diagnostic.Kind.LIMIT);
  }

  private String shown(Span span) {
    String text = source.text();
    return text.substring(span.start(), Math.min(span.end(), span.start() + 120));
  }
}
