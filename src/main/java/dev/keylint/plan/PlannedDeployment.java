package dev.keylint.plan;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A root and the parameter file that it is deployed with.
///
/// @param twins JSON that the compiler has made of the root, as it says: to be judged too unless it
///   gives the same
/// @param remarks what its findings say besides
/// @param byAzd whether azd deploys it with this parameter file for certain
/// @param made what the project file itself declares, as which it stands here as the template
/// @param layers the deployments that azd makes in a row, of which this stands for all
public record PlannedDeployment(
    WorkspaceFile template,
    Optional<WorkspaceFile> parameters,
    List<Twin> twins,
    Purpose purpose,
    List<Remark> remarks,
    boolean byAzd,
    Optional<Template> made,
    List<Layer> layers) {
  public PlannedDeployment {
    twins = List.copyOf(twins);
    remarks = List.copyOf(remarks);
    layers = List.copyOf(layers);
  }

  /// What a deployment is expanded for.
  public enum Purpose {
    /// To be judged.
    JUDGE,
    /// To be compared with its twins: it is judged elsewhere, as a module.
    COMPARE,
    /// To see which modules it may come by, whatever values its parameters get.
    PROBE
  }

  /// What there is to say of a twin that gives the same.
  public Diagnostic same(WorkspaceFile twin) {
    return scannedInstead(twin, template);
  }

  /// What there is to say of a twin that does not.
  ///
  /// @param isComparable whether all of this deployment is known
  public Diagnostic differs(WorkspaceFile twin, boolean isComparable) {
    String source = template.shown();
    String message =
        isComparable
            ? "differs from `" + source + "`, which it is compiled from, in what rules look at"
            : "cannot be compared with `"
                + source
                + "`, which it is compiled from: not all of that is known";
    return Diagnostic.of(
            Kind.NOTE,
            message + "; so both are judged, each as what it would deploy itself",
            new Location.WholeFile(twin.shown()))
        .help(
            "when `"
                + source
                + "` is as you want it, compile it again (`az bicep build --file "
                + source
                + "`) or, if nobody deploys this file as it is, delete it");
  }

  static Diagnostic scannedInstead(WorkspaceFile twin, WorkspaceFile source) {
    return Diagnostic.of(
        Kind.NOTE,
        "compiled from `" + source.shown() + "`, which is scanned instead",
        new Location.WholeFile(twin.shown()));
  }

  /// A deployment to be judged, of a template without twins.
  static PlannedDeployment of(WorkspaceFile template, Optional<WorkspaceFile> parameters) {
    return new PlannedDeployment(
        template,
        parameters,
        List.of(),
        Purpose.JUDGE,
        List.of(),
        false,
        Optional.empty(),
        List.of());
  }

  /// What azd makes of a project file without a template.
  static PlannedDeployment of(WorkspaceFile project, Template made) {
    return new PlannedDeployment(
        project,
        Optional.empty(),
        List.of(),
        Purpose.JUDGE,
        List.of(),
        true,
        Optional.of(made),
        List.of());
  }

  /// Several in a row, of different templates.
  static PlannedDeployment of(List<Layer> layers) {
    return new PlannedDeployment(
        layers.getFirst().template(),
        Optional.empty(),
        List.of(),
        Purpose.JUDGE,
        List.of(),
        true,
        Optional.empty(),
        layers);
  }

  PlannedDeployment withTwins(List<Twin> given) {
    return new PlannedDeployment(
        template, parameters, given, purpose, remarks, byAzd, made, layers);
  }

  PlannedDeployment purpose(Purpose other) {
    return new PlannedDeployment(template, parameters, twins, other, remarks, byAzd, made, layers);
  }

  PlannedDeployment with(Remark remark) {
    List<Remark> more = Stream.concat(remarks.stream(), Stream.of(remark)).toList();
    return new PlannedDeployment(template, parameters, twins, purpose, more, byAzd, made, layers);
  }

  PlannedDeployment readByAzd() {
    return new PlannedDeployment(template, parameters, twins, purpose, remarks, true, made, layers);
  }
}
