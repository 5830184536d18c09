package dev.keylint.eval;

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
        Optional<String> difference =
            Twins.difference(
                corpus.template(pair.bicep()), corpus.template(pair.json()), arguments);
        if (difference.isEmpty()) {
          equal.add(pair.bicep());
        } else {
          unequal.put(pair.bicep(), difference.orElseThrow());
        }
      }
    }
    return new ExpansionConformance(arguments, equal, unequal);
  }

  /// The counts as one row of a Markdown table.
  String row() {
    int all = equal.size() + unequal.size();
    return "| " + arguments + " | " + all + " | " + equal.size() + " | " + unequal.size() + " |";
  }

  /// The differences, a paragraph each.
  String details() {
    StringBuilder text = new StringBuilder();
    unequal.forEach((file, why) -> text.append(file).append('\n').append(why).append("\n\n"));
    return text.toString();
  }
}
