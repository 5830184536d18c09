package dev.keylint.eval;

import dev.keylint.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many Bicep files deploy the same as what the official compiler made of them.
///
/// @param unequal the files that don't, with the first difference
record ExpansionConformance(Arguments arguments, List<String> equal, Map<String, String> unequal) {

  static ExpansionConformance of(Corpus corpus, Arguments arguments) {
    List<String> equal = new ArrayList<>();
    Map<String, String> unequal = new LinkedHashMap<>();
    for (Corpus.Pair pair : corpus.pairs()) {
      if (pair.inSync()) {
        Template json = corpus.template(pair.json());
        Optional<String> difference =
            Twins.difference(
                PublishedModules.filledIn(corpus.template(pair.bicep()), json), json, arguments);
        if (difference.isEmpty()) {
          equal.add(pair.bicep());
        } else {
          unequal.put(pair.bicep(), difference.orElseThrow());
        }
      }
    }
    return new ExpansionConformance(arguments, equal, unequal);
  }

  int compared() {
    return equal.size() + unequal.size();
  }
}
