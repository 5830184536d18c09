package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.plan.Loaded;
import dev.keylint.resource.Estate;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Real templates stay far below every bound: they expand with a fifth of each.
final class LimitsCorpusTest {
  private static final int FACTOR = 5;

  @Test
  void aFifthIsEnoughForTheWholeCorpus() {
    Corpus corpus = Corpus.assumed();
    Evaluator evaluator = new Evaluator(_ -> Optional.empty());
    Limits fifth = Limits.DEFAULT.dividedBy(FACTOR);
    List<String> reached = new ArrayList<>();
    for (String file :
        corpus.files("(?!.*/Invalid).*/(main|main\\.test|main\\.bicep)\\.(bicep|json)")) {
      if (corpus.load(file) instanceof Loaded.Template(Template template)) {
        Estate estate = evaluator.expand(template, Optional.empty(), DeploymentContext.NONE, fifth);
        for (Diagnostic diagnostic : estate.diagnostics()) {
          if (diagnostic.kind() == Diagnostic.Kind.LIMIT) {
            reached.add(file + ": " + diagnostic.message());
          }
        }
      }
    }
    assertThat(reached).isEmpty();
  }
}
