package dev.keylint.conformance;

import dev.keylint.eval.Corpus;
import dev.keylint.eval.PublishedModules;
import dev.keylint.template.Template;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A Bicep file and its compiled template declare the same, in all branches.
class StructureTest {
  @Test
  void twinsAreBuiltTheSame() {
    Corpus corpus = Corpus.assumed();
    int compared = 0;
    Map<String, String> unequal = new TreeMap<>();
    for (Corpus.Pair pair : corpus.pairs()) {
      if (pair.inSync()) {
        compared++;
        Template json = corpus.template(pair.json());
        Template bicep = PublishedModules.filledIn(corpus.template(pair.bicep()), json);
        Structure.difference(bicep, json)
            .ifPresent(difference -> unequal.put(pair.bicep(), difference));
      }
    }
    Ratchet.hold("E1", "structure of a Bicep file and of its compiled template", compared, unequal);
  }
}
