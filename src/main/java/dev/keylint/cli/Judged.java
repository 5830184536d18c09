package dev.keylint.cli;

import dev.keylint.check.Answers;
import dev.keylint.check.Engine;
import dev.keylint.check.TriedVariables;
import dev.keylint.finding.Finding;
import dev.keylint.plan.Remark;
import dev.keylint.report.HiddenTexts;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.resource.Resource;
import dev.keylint.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// What stays of an estate when it has been judged.
///
/// @param deployed whether it stands for a deployment
/// @param missing references of modules that are not here
/// @param resources how many there are of each type
/// @param hidden texts that no report may show
/// @param notes what there is to say about its files
/// @param diagnostics what could not be evaluated
/// @param leftOut what it declares and does not make
/// @param given role assignments, by what they give
/// @param roles those that matter to other deployments, and whether calls lack one here
record Judged(
    String label,
    boolean deployed,
    Answers answers,
    List<String> files,
    List<String> missing,
    Map<String, Integer> resources,
    HiddenTexts hidden,
    List<Diagnostic> notes,
    List<Diagnostic> diagnostics,
    LeftOutFindings.Part leftOut,
    Map<String, EqualAssignments.Given> given,
    DeployedRoles roles) {
  /// How the evaluator begins the name of a gap that a module leaves.
  private static final String MODULE = "module ";

  static Judged of(Expanded expanded, Engine engine) {
    Estate estate = expanded.estate();
    Map<String, Integer> resources = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Resource resource : estate.resources()) {
      resources.merge(resource.type().name(), 1, Integer::sum);
    }
    Expanded.Supposed supposed = expanded.supposed().of(engine);
    Answers judged = engine.judge(estate, expanded.trusting().get());
    Answers leftOut =
        new LeftOutWrites(engine)
            .named(
                new LeftOutRoles(engine, estate).named(judged, supposed.trials()),
                supposed.trials())
            .with(
                supposed.trials().stream()
                    .flatMap(it -> engine.traces(it.estate(), it.declarations()).stream())
                    .distinct()
                    .toList());
    Answers answers =
        expanded.otherwise().isEmpty()
            ? leftOut
            : new TriedVariables(engine).named(leftOut, expanded.otherwise(), supposed.types());
    List<HiddenTexts> hidden = new ArrayList<>(List.of(Secrets.in(estate)));
    supposed.trials().forEach(it -> hidden.add(Secrets.in(it.estate())));
    return new Judged(
        estate.label(),
        expanded.standing() != Standing.BESIDE,
        Remarks.said(answers, remarks(expanded, engine), expanded.byVariables()),
        expanded.files(),
        missing(estate),
        resources,
        HiddenTexts.all(hidden),
        expanded.notes(),
        Stream.concat(estate.diagnostics().stream(), supposed.problems().stream()).toList(),
        LeftOutFindings.Part.of(supposed, engine, expanded.remarks()),
        EqualAssignments.in(estate),
        DeployedRoles.of(expanded, engine, answers));
  }

  /// What a finding of it says besides.
  private static Function<Finding, List<Remark>> remarks(Expanded expanded, Engine engine) {
    Function<Finding, Stream<Remark>> more =
        expanded.compiled().map(it -> it.remarks(engine)).orElse(_ -> Stream.empty());
    return finding -> Stream.concat(expanded.remarks().stream(), more.apply(finding)).toList();
  }

  private static List<String> missing(Estate estate) {
    return estate.gaps().stream()
        .filter(Gap::isModule)
        .map(gap -> gap.what().substring(MODULE.length()))
        .toList();
  }
}
