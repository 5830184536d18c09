package dev.keylint.bench;

import dev.keylint.check.Engine;
import dev.keylint.finding.Finding;
import dev.keylint.live.SnapshotReader;
import dev.keylint.resource.Estate;
import dev.keylint.rule.PackedRules;
import dev.keylint.rule.Rule;
import dev.keylint.text.Source;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// An estate of Azure with half as many resources as role assignments, from its resources to the
/// findings of all rules: the graph is made and judged.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
@State(Scope.Benchmark)
public class GraphBench {
  @Param({"5000", "10000", "20000", "40000"})
  public int assignments;

  /// Not used; `bench/jmh` gives it to every benchmark.
  @Param("")
  public String corpus = "";

  private List<Rule> rules = List.of();
  private List<Estate> estates = List.of();

  @Setup
  public void read() {
    rules = PackedRules.builtIn();
    Source snapshot = Source.of("large.jsonl", new LargeEstate(assignments).snapshot());
    estates = List.of(SnapshotReader.read(snapshot).estate());
  }

  @Benchmark
  public List<Finding> judged() {
    return Engine.run(rules, estates);
  }
}
