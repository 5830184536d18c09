package dev.keylint.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.eval.Corpus;
import dev.keylint.json.JsonReader;
import dev.keylint.lower.LinkedTemplates;
import dev.keylint.lower.arm.ArmLowering;
import dev.keylint.template.Template;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A comparison that can't fail proves nothing: one change to a compiled template makes it unequal.
class MutationTest {
  private static final int PLACES = 3;
  private static final int LARGEST = 200_000;

  @Test
  void everyKindOfChangeIsSeen() {
    Corpus corpus = Corpus.assumed();
    List<Corpus.Pair> pairs =
        corpus.pairs().stream()
            .filter(pair -> pair.inSync() && corpus.text(pair.json()).length() < LARGEST)
            .toList();
    Map<String, String> unseen = new TreeMap<>();
    for (Mutation mutation : Mutation.all()) {
      List<String> equal = new ArrayList<>();
      int places = 0;
      for (Corpus.Pair pair : pairs) {
        Optional<String> changed = mutation.of(corpus.text(pair.json()));
        if (changed.isPresent() && places < PLACES) {
          places++;
          if (!isSeen(corpus, pair, changed.orElseThrow())) {
            equal.add(pair.json());
          }
        }
      }
      assertThat(places).as("places for: " + mutation.kind()).isPositive();
      if (!equal.isEmpty()) {
        unseen.put(mutation.kind(), String.join("\n", equal));
      }
    }
    Ratchet.hold("controls", "kinds of changes that are seen", Mutation.all().size(), unseen);
  }

  private static boolean isSeen(Corpus corpus, Corpus.Pair pair, String changed) {
    Source source = Source.of(pair.json(), changed);
    Template json =
        JsonReader.read(source)
            .object()
            .map(root -> ArmLowering.lower(source, root, LinkedTemplates.NONE))
            .orElseThrow();
    return Structure.difference(corpus.template(pair.bicep()), json).isPresent();
  }
}
