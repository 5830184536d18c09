package dev.keylint.bench;

import dev.keylint.bicep.BicepParser;
import dev.keylint.json.JsonReader;
import dev.keylint.text.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.infra.Blackhole;

/// How fast texts become trees, on one core: `kilobytes` is what counts, a thousand of them a MB.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
@State(Scope.Benchmark)
public class ParseBench {
  @Param("../shared/corpus")
  public String corpus = "";

  private List<String> bicep = List.of();
  private List<String> json = List.of();

  /// What was parsed, in thousands of characters; nearly all of them are one byte.
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Amount {
    public long kilobytes;

    void add(List<String> texts) {
      kilobytes += texts.stream().mapToLong(String::length).sum() / 1_000;
    }
  }

  @Setup
  public void read() {
    bicep = new Corpus(Path.of(corpus)).texts(".bicep");
    json = new Corpus(Path.of(corpus)).texts("main.json");
  }

  @Benchmark
  public void bicep(Amount amount, Blackhole hole) {
    for (String text : bicep) {
      hole.consume(BicepParser.parse(Source.of("main.bicep", text)));
    }
    amount.add(bicep);
  }

  @Benchmark
  public void json(Amount amount, Blackhole hole) {
    for (String text : json) {
      hole.consume(JsonReader.read(Source.of("main.json", text)));
    }
    amount.add(json);
  }
}
