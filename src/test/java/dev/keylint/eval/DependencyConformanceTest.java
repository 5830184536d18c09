package dev.keylint.eval;

import dev.keylint.conformance.Ratchet;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Focus;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.template.Declaration;
import dev.keylint.template.Template;
import dev.keylint.value.NormalForm;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What keylint finds that the resources of a Bicep file wait for is what the compiler writes as
/// `dependsOn`; what Azure adds itself, as `reference` names it, counts on both sides.
class DependencyConformanceTest {
  @Test
  void resourcesWaitForTheSame() {
    Corpus corpus = Corpus.assumed();
    int compared = 0;
    Map<String, String> unequal = new TreeMap<>();
    for (Corpus.Pair pair : corpus.pairs()) {
      if (pair.inSync()) {
        compared++;
        Template json = corpus.template(pair.json());
        Template bicep = PublishedModules.filledIn(corpus.template(pair.bicep()), json);
        Map<String, Set<String>> source = new Edges(instance(bicep)).all();
        Map<String, Set<String>> target = new Edges(instance(json)).all();
        if (!source.equals(target)) {
          unequal.put(pair.bicep(), difference(source, target));
        }
      }
    }
    Ratchet.hold(
        "E1d", "`dependsOn` of a Bicep file and of its compiled template", compared, unequal);
  }

  private static Instance instance(Template template) {
    IdentityHashMap<Template, TemplateIndex> indexes = new IdentityHashMap<>();
    Run run =
        new Run(
            DeploymentContext.NONE,
            RoleNames.NONE,
            Limits.DEFAULT,
            Focus.all(),
            each -> indexes.computeIfAbsent(each, TemplateIndex::new));
    DeploymentPath path = DeploymentPath.of(template.source().path(), Optional.empty());
    return RootDeployment.of(template, Optional.empty(), Map.of(), run, path, _ -> {});
  }

  private static String difference(
      Map<String, Set<String>> source, Map<String, Set<String>> target) {
    Set<String> names = new TreeSet<>(source.keySet());
    names.addAll(target.keySet());
    for (String name : names) {
      Set<String> ours = source.getOrDefault(name, Set.of("(not there)"));
      Set<String> theirs = target.getOrDefault(name, Set.of("(not there)"));
      if (!ours.equals(theirs)) {
        Set<String> more = new TreeSet<>(ours);
        more.removeAll(theirs);
        Set<String> less = new TreeSet<>(theirs);
        less.removeAll(ours);
        return "`%s` waits for more: %s; for less: %s".formatted(name, more, less);
      }
    }
    return "";
  }

  /// Which declared resource or module waits for which others, by their ids.
  private record Edges(Instance instance) {
    Map<String, Set<String>> all() {
      Map<String, Set<String>> edges = new TreeMap<>();
      for (Declaration declaration : instance.declared().all()) {
        if (!isExisting(declaration)) {
          Set<String> targets = edges.computeIfAbsent(id(declaration), _ -> new TreeSet<>());
          direct(declaration).forEach(target -> targets.add(id(target)));
        }
      }
      return edges;
    }

    /// What exists is waited for by waiting for what it waits for itself.
    private Set<Declaration> direct(Declaration declaration) {
      Set<Declaration> found = new TreeSet<>(Comparator.comparing(Declaration::symbol));
      follow(declaration, new TreeSet<>(Comparator.comparing(Declaration::symbol)), found);
      found.remove(declaration);
      return found;
    }

    private void follow(Declaration declaration, Set<Declaration> seen, Set<Declaration> found) {
      for (Declaration each : instance.dependencies().direct(declaration)) {
        if (!isExisting(each)) {
          found.add(each);
        } else if (seen.add(each)) {
          follow(each, seen, found);
        }
      }
    }

    private static boolean isExisting(Declaration declaration) {
      return declaration instanceof Declaration.Resource resource && resource.existing();
    }

    private String id(Declaration declaration) {
      Copies copies = instance.declared().copies(declaration);
      String condition =
          declaration.condition().isPresent()
              ? copies.only().condition().map(NormalForm::print).orElse("")
              : "";
      return NormalForm.print(copies.only().id()) + (condition.isEmpty() ? "" : " if " + condition);
    }
  }
}
