package dev.keylint.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BicepConformanceTest {
  @Test
  void everyTokenIsTheCompilers() {
    BicepConformance.Count tokens = BicepConformance.tokens(Corpus.orSkip());
    assertThat(tokens.differences()).as("tokens " + tokens).isEmpty();
    assertThat(tokens.total()).isEqualTo(52);
  }

  @Test
  void everyTreeIsTheCompilers() {
    BicepConformance.Count trees = BicepConformance.trees(Corpus.orSkip());
    assertThat(trees.differences()).as("trees " + trees).isEmpty();
    assertThat(trees.total()).isEqualTo(52);
  }

  @Test
  void everySyntaxErrorStandsWhereTheCompilersDoes() {
    BicepConformance.Count faults = BicepConformance.faults(Corpus.orSkip());
    assertThat(faults.differences()).as("faults " + faults).isEmpty();
    assertThat(faults.total()).isEqualTo(300);
  }
}
