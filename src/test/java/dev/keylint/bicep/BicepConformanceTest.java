package dev.keylint.bicep;

import dev.keylint.conformance.Ratchet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Tokens, trees and syntax errors of the official compiler's samples are those of its own dumps.
class BicepConformanceTest {
  @Test
  void everyTokenIsTheCompilers() {
    hold("O3 tokens", "files, by all of their tokens", BicepConformance.tokens(Corpus.orSkip()));
  }

  @Test
  void everyTreeIsTheCompilers() {
    hold("O3 trees", "files, by their syntax trees", BicepConformance.trees(Corpus.orSkip()));
  }

  @Test
  void everySyntaxErrorStandsWhereTheCompilersDoes() {
    hold("O3 errors", "syntax errors, by their places", BicepConformance.faults(Corpus.orSkip()));
  }

  private static void hold(String id, String what, BicepConformance.Count count) {
    Map<String, String> unequal = new TreeMap<>();
    count.differences().forEach(difference -> unequal.put(difference, difference));
    Ratchet.hold(id, what, count.total(), unequal);
  }
}
