package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A Bicep file and its compiled template deploy the same, whatever the arguments.
class ExpansionConformanceTest {
  /// What is not equal: the first for modules in registries that do not exist; the second for a
  /// cluster that an extension's configuration names; the third for the `type` of a nested
  /// deployment that is asked for as a resource. May only get shorter.
  private static final List<String> KNOWN =
      List.of(
          "bicep/src/Bicep.Core.Samples/Files/baselines/Registry_LF/main.bicep",
          "bicep/src/Bicep.Core.Samples/Files/baselines/Extensions_CRLF/main.bicep",
          "bicep/src/Bicep.Core.Samples/Files/baselines/Resources_CRLF/main.bicep");

  @ParameterizedTest
  @EnumSource(Arguments.class)
  void twinsDeployTheSame(Arguments arguments) throws IOException {
    ExpansionConformance found = ExpansionConformance.of(Corpus.assumed(), arguments);
    Path report = Path.of("target/conformance/expansion-" + arguments + ".md");
    Files.createDirectories(report.getParent());
    Files.writeString(
        report,
        "| arguments | pairs | equal | unequal |\n|---|---|---|---|\n"
            + found.row()
            + "\n\n"
            + found.details());
    assertThat(found.unequal().keySet()).as(report.toString()).isSubsetOf(KNOWN);
  }

  @Test
  void everyChangeIsSeen() {
    Corpus corpus = Corpus.assumed();
    List<String> unseen = new ArrayList<>();
    for (Corpus.Pair pair : corpus.pairs()) {
      Template json = corpus.template(pair.json());
      boolean changes = json.resources().stream().anyMatch(ExpansionConformanceTest::isDeployed);
      if (pair.inSync()
          && changes
          && Twins.difference(changed(json), json, Arguments.OPEN).isEmpty()) {
        unseen.add(pair.json());
      }
    }
    assertThat(unseen).isEmpty();
  }

  private static boolean isDeployed(Declaration declaration) {
    return declaration instanceof Declaration.Resource resource
        && !resource.existing()
        && resource.condition().isEmpty()
        && resource.loop().isEmpty();
  }

  /// The template with one more property in each resource.
  private static Template changed(Template template) {
    return new Template(
        template.source(),
        template.scope(),
        template.symbolicNames(),
        template.parameters(),
        template.variables(),
        template.functions(),
        template.resources().stream().map(ExpansionConformanceTest::changed).toList(),
        template.outputs(),
        template.diagnostics(),
        template.at());
  }

  private static Declaration changed(Declaration declaration) {
    if (!(declaration instanceof Declaration.Resource resource)
        || !(resource.body() instanceof Expr.ObjectExpr(List<Expr.Member> members, var at))) {
      return declaration;
    }
    List<Expr.Member> more = new ArrayList<>(members);
    more.add(
        new Expr.Member.Entry(
            new Expr.StringLiteral("changed", at), new Expr.BoolLiteral(true, at), at));
    return new Declaration.Resource(
        resource.symbol(),
        resource.type(),
        resource.apiVersion(),
        resource.name(),
        resource.parent(),
        resource.scope(),
        resource.condition(),
        resource.loop(),
        new Expr.ObjectExpr(more, at),
        resource.existing(),
        resource.extension(),
        resource.at());
  }
}
