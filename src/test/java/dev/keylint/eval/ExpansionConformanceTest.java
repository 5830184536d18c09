package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A Bicep file and its compiled template deploy the same, whatever the arguments.
class ExpansionConformanceTest {
  /// What is not equal: it uses modules of registries that do not exist.
  private static final List<String> KNOWN =
      List.of("bicep/src/Bicep.Core.Samples/Files/baselines/Registry_LF/main.bicep");

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

  /// The compiler can write a template with symbolic names and without.
  @Test
  void bothWaysToCompileDeployTheSame() {
    Corpus corpus = Corpus.assumed();
    Map<String, String> unequal = new LinkedHashMap<>();
    List<String> symbolic = corpus.files(".*/main\\.symbolicnames\\.json");
    for (String file : symbolic) {
      String plain = file.replace(".symbolicnames", "");
      Twins.difference(corpus.template(file), corpus.template(plain), Arguments.OPEN)
          .ifPresent(difference -> unequal.put(file, difference));
    }
    assertThat(unequal).isEmpty();
    assertThat(symbolic).hasSizeGreaterThan(100);
  }

  /// Real arguments: the modules' own tests, once with a module and once with what it compiles to.
  @Test
  void modulesDeployTheSameAsTheirTwins() {
    Corpus corpus = Corpus.assumed();
    CompiledModules modules = new CompiledModules(corpus);
    Map<String, String> unequal = new LinkedHashMap<>();
    int compared = 0;
    for (String file : corpus.files(".*/tests/e2e/.*/main\\.test\\.bicep")) {
      Template test = corpus.template(file);
      Optional<Template> twin = modules.in(test);
      if (twin.isPresent()) {
        compared++;
        Twins.difference(test, twin.orElseThrow(), Arguments.NONE)
            .ifPresent(difference -> unequal.put(file, difference));
      }
    }
    assertThat(unequal).isEmpty();
    assertThat(compared).isGreaterThan(400);
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
