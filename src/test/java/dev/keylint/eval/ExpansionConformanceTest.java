package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.conformance.Ratchet;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A Bicep file and its compiled template deploy the same, whatever the arguments.
class ExpansionConformanceTest {
  @ParameterizedTest
  @EnumSource(Arguments.class)
  void twinsDeployTheSame(Arguments arguments) {
    ExpansionConformance found = ExpansionConformance.of(Corpus.assumed(), arguments);
    String id = "E2 " + arguments.name().toLowerCase(Locale.ROOT);
    Ratchet.hold(id, "expansion, " + arguments.what(), found.compared(), found.unequal());
  }

  /// The compiler can write a template with symbolic names and without.
  @Test
  void bothWaysToCompileDeployTheSame() {
    Corpus corpus = Corpus.assumed();
    Map<String, String> unequal = new LinkedHashMap<>();
    List<String> symbolic = corpus.files(".*/[^/]*\\.symbolicnames\\.json");
    for (String file : symbolic) {
      String plain = file.replace(".symbolicnames", "");
      Twins.difference(corpus.template(file), corpus.template(plain), Arguments.OPEN)
          .ifPresent(difference -> unequal.put(file, difference));
    }
    Ratchet.hold("E2 names", "expansion with and without symbolic names", symbolic.size(), unequal);
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
    Ratchet.hold("E2 tests", "expansion, arguments of the modules' tests", compared, unequal);
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
    return Rebuilt.with(
        template.resources().stream().map(ExpansionConformanceTest::changed).toList(), template);
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
        resource.dependsOn(),
        new Expr.ObjectExpr(more, at),
        resource.existing(),
        resource.onlyIfNotExists(),
        resource.extension(),
        resource.at());
  }
}
