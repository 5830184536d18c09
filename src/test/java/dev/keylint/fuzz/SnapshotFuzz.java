package dev.keylint.fuzz;

import dev.keylint.graph.AccessGraph;
import dev.keylint.live.SnapshotReader;
import dev.keylint.text.Source;
import java.nio.charset.StandardCharsets;

/// A snapshot of Azure.
public final class SnapshotFuzz {
  private SnapshotFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    SnapshotReader.Result result =
        SnapshotReader.read(Source.of("s.jsonl", new String(input, StandardCharsets.UTF_8)));
    Places.check(result.estate().diagnostics());
    AccessGraph.of(result.estate());
  }
}
