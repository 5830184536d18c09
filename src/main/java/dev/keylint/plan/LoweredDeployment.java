package dev.keylint.plan;

import dev.keylint.lower.ReadArguments;
import dev.keylint.lower.azd.AzdParameterFile;
import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.lower.azd.FittedFile;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.ByVariable;
import dev.keylint.template.Declaration;
import dev.keylint.template.Parameter;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A root template with one of its parameter files, or without any, ready to be expanded.
///
/// @param files the paths of the templates that it is made of
/// @param diagnostics all of these files and of the parameter file
/// @param byVariables by which environment variables values are what they are, by the places of
///   these
public record LoweredDeployment(
    Template template,
    Optional<ParameterFile> parameters,
    List<String> files,
    List<Diagnostic> diagnostics,
    Map<Location, List<ByVariable>> byVariables) {
  public LoweredDeployment {
    byVariables = Map.copyOf(byVariables);
    files = List.copyOf(files);
    diagnostics = List.copyOf(diagnostics);
  }

  /// @param variables that a JSON parameter file reads
  /// @param byAzd whether azd deploys it for certain
  static LoweredDeployment of(
      Template template, Optional<ParameterFile> values, AzdVariables variables, boolean byAzd) {
    List<String> files = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    Optional<FittedFile> fitted = values.map(file -> fit(file, template, variables, byAzd));
    fitted.ifPresent(it -> diagnostics.addAll(it.file().diagnostics()));
    for (Template reached : Reachable.from(template)) {
      files.add(reached.source().path());
      diagnostics.addAll(reached.diagnostics());
    }
    return new LoweredDeployment(
        template,
        fitted.map(FittedFile::file),
        files,
        diagnostics,
        fitted.map(FittedFile::byVariables).orElse(Map.of()));
  }

  /// Bicep checks the types of its own parameter files.
  static FittedFile fit(
      ParameterFile file, Template template, AzdVariables variables, boolean byAzd) {
    String path = file.source().path().toLowerCase(Locale.ROOT);
    return path.endsWith(".bicepparam")
        ? new FittedFile(
            complete(GivenVariables.in(file, variables), template),
            VariablesRead.in(file, template, variables))
        : AzdParameterFile.fit(file, template, variables, byAzd);
  }

  /// With a value for each parameter that a part which could not be read may give one.
  private static ParameterFile complete(ParameterFile file, Template template) {
    return new ParameterFile(
        file.source(),
        file.template(),
        file.variables(),
        file.functions(),
        new ReadArguments(file.arguments(), file.unread()).of(template),
        Optional.empty(),
        file.diagnostics());
  }

  /// The same as if nothing were known of any parameter.
  LoweredDeployment withoutDefaults() {
    List<Parameter> open =
        template.parameters().stream()
            .map(it ->
                new Parameter(
                    it.name(),
                    it.type(),
                    Optional.empty(),
                    false,
                    it.secure(),
                    it.allowed(),
                    it.parts(),
                    it.at()))
            .toList();
    return new LoweredDeployment(
        template.withParameters(open), Optional.empty(), files, diagnostics, Map.of());
  }

  /// The values that its environment variables could have instead, where nobody has set them and
  /// they give parameters with few values.
  public List<OtherValue> otherValues() {
    return OtherValues.of(this);
  }

  /// Whether something gives values to all parameters that must have one.
  public boolean hasValues() {
    return parameters.isPresent()
        || template.parameters().stream()
            .allMatch(it -> it.defaultValue().isPresent() || it.nullable());
  }

  /// Whether nothing that it leads to is missing, also where it is not deployed.
  public boolean isWhole() {
    return Reachable.from(template).stream()
        .flatMap(each -> each.resources().stream())
        .noneMatch(LoweredDeployment::isMissing);
  }

  private static boolean isMissing(Declaration declaration) {
    return declaration instanceof Declaration.Deployment deployment
        && (deployment.content() instanceof Declaration.Content.Missing
            || deployment.content() instanceof Declaration.Content.Unread);
  }

  /// A deployment of which a file changed or went away after it had been planned: nothing of it is
  /// known, and that is said.
  static LoweredDeployment lost(WorkspaceFile root, Diagnostic why) {
    Source source = Source.of(root.shown(), "");
    Template nothing = Template.of(source, List.of(), new Location.WholeFile(root.shown()));
    return new LoweredDeployment(
        nothing, Optional.empty(), List.of(root.shown()), List.of(why), Map.of());
  }
}
