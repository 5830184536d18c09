package dev.keylint.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.bicep.BicepParser;
import dev.keylint.conformance.SourceLines.Leaf;
import dev.keylint.conformance.Written.Group;
import dev.keylint.conformance.Written.Part;
import dev.keylint.conformance.Written.Row;
import dev.keylint.conformance.Written.Whole;
import dev.keylint.eval.Corpus;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.template.Template;
import dev.keylint.text.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What each line of a Bicep file is compiled to is what our places say of it.
class LinesTest {
  private static final String MAP = "main.sourcemap.bicep";

  private static final Source JSON =
      Source.of(
          "small.json",
          """
          {
            "variables": {
              "sizes": [
                "small",
                "large"
              ],
              "nature": {
                "kind": "free"
              }
            }
          }
          """);

  private static final List<Leaf> OFFICIAL =
      SourceLines.leaves(
          """
          var sizes = [
          //@    "sizes": [
          //@    ],
            'small'
          //@      "small",
            'large'
          //@      "large"
          ]
          var nature = {
          //@    "nature": {
          //@    }
            kind: 'free'
          //@      "kind": "free"
          }
          """);

  @Test
  void valuesComeFromTheLinesThatTheCompilerNames() {
    Corpus corpus = Corpus.assumed();
    Map<String, String> unequal = new TreeMap<>();
    int leaves = 0;
    int astray = 0;
    List<String> maps = corpus.files(".*/baselines/[^/]*/" + MAP.replace(".", "\\."));
    for (String map : maps) {
      List<Leaf> official = SourceLines.leaves(corpus.text(map));
      // What did not compile has no template.
      boolean compiled = !map.contains("/Invalid");
      List<Leaf> ours = compiled ? ours(corpus, map.replace(MAP, "main")) : List.of();
      List<String> differences = SourceLines.differences(official, ours);
      leaves += official.size();
      astray += differences.size();
      if (!differences.isEmpty()) {
        unequal.put(map.replace(MAP, "main.bicep"), String.join("\n", differences));
      }
    }
    String what =
        "lines of a Bicep file, and what they are compiled to: of %d values, %d differences"
            .formatted(leaves, astray);
    Ratchet.hold("E5", what, maps.size(), unequal);
  }

  @Test
  void whereAllPlacesAreRightNothingDiffers() {
    assertThat(differences(2, 3, 6)).isEmpty();
  }

  @Test
  void aPlaceThatIsOneLineOffIsReported() {
    assertThat(differences(2, 3, 5))
        .containsExactly(
            "line 5, only ours: \"kind\": \"free\"", "line 6, only the map's: \"kind\": \"free\"");
  }

  @Test
  void swappedPlacesAreReported() {
    assertThat(differences(3, 2, 6))
        .containsExactly(
            "line 2, only ours: \"large\"",
            "line 2, only the map's: \"small\",",
            "line 3, only the map's: \"large\"",
            "line 3, only ours: \"small\",");
  }

  @Test
  void aMemberApartFromItsValueIsReported() {
    Part apart = new Part(Optional.of("kind"), 5, new Whole(6));
    assertThat(differences(2, 3, apart)).containsExactly("line 5, only ours: \"kind\": \"free\"");
  }

  private static List<String> differences(int small, int large, int kind) {
    return differences(small, large, Part.of("kind", kind));
  }

  private static List<String> differences(int small, int large, Part kind) {
    Part sizes = Part.of("sizes", new Row(1, List.of(new Whole(small), new Whole(large))));
    Part nature = Part.of("nature", new Group(5, List.of(kind)));
    Part variables = Part.of("variables", new Group(0, List.of(sizes, nature)));
    JsonObject root = JsonReader.read(JSON).object().orElseThrow();
    List<Leaf> ours = LeafLines.of(JSON, root, new Group(0, List.of(variables)));
    return SourceLines.differences(OFFICIAL, ours);
  }

  private static List<Leaf> ours(Corpus corpus, String path) {
    Source json = Source.of(path + ".json", corpus.text(path + ".json"));
    JsonObject root = JsonReader.read(json).object().orElseThrow();
    Template template = corpus.template(path + ".bicep");
    Group written = WrittenTemplate.of(template, BicepParser.parse(template.source()), json, root);
    return LeafLines.of(json, root, written);
  }
}
