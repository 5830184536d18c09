package dev.keylint.eval;

import dev.keylint.conformance.Ratchet;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.plan.Loaded;
import dev.keylint.resource.Estate;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Templates from before Bicep, which its decompiler is tested with, are understood whole.
class ClassicTemplatesTest {
  @Test
  void nothingInThemIsUnsupported() {
    Corpus corpus = Corpus.assumed();
    List<String> files =
        corpus.files(".*Decompiler.*/Working/.*\\.json").stream()
            .filter(file -> corpus.load(file) instanceof Loaded.Template)
            .toList();
    Map<String, String> unequal = new LinkedHashMap<>();
    for (String file : files) {
      List<String> found = notUnderstood(corpus.template(file));
      if (!found.isEmpty()) {
        unequal.put(file, String.join("\n", found));
      }
    }
    Ratchet.hold("O7", "classic templates without what is unsupported", files.size(), unequal);
  }

  private static List<String> notUnderstood(Template template) {
    Estate estate =
        new Evaluator(RoleNames.NONE)
            .expand(template, Optional.empty(), DeploymentContext.NONE, Limits.DEFAULT);
    List<Diagnostic> diagnostics = new ArrayList<>(template.diagnostics());
    diagnostics.addAll(estate.diagnostics());
    List<String> found = new ArrayList<>();
    diagnostics.stream()
        .filter(each -> each.kind() == Kind.UNSUPPORTED)
        .forEach(each -> found.add(each.message()));
    List<String> shown = new ArrayList<>(Shown.resources(estate, false));
    shown.addAll(Shown.explainedOutputs(estate));
    shown.stream().filter(each -> each.contains(" because Unsupported(")).forEach(found::add);
    return found;
  }
}
