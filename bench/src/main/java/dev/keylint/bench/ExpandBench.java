package dev.keylint.bench;

import dev.keylint.eval.Evaluator;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.plan.LoweredDeployments;
import dev.keylint.plan.ScanPlan;
import dev.keylint.plan.ScanRequest;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.resource.Estate;
import java.nio.file.Path;
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

/// The largest pair of the corpus, from its files to its resources: read, parsed with all of its
/// modules, lowered, expanded.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
@State(Scope.Benchmark)
public class ExpandBench {
  @Param("../shared/corpus")
  public String corpus = "";

  private Path folder = Path.of("");
  private Corpus.Pair pair = new Corpus.Pair(folder, folder);

  @Setup
  public void choose() {
    folder = Path.of(corpus).toAbsolutePath().normalize();
    pair = new Corpus(folder).largest();
  }

  @Benchmark
  public List<Estate> largestBicep() {
    return expand(pair.bicep());
  }

  @Benchmark
  public List<Estate> largestJson() {
    return expand(pair.json());
  }

  private List<Estate> expand(Path file) {
    List<Path> registry = List.of(folder.resolve("registry"));
    Workspace workspace = Workspace.of(folder, List.of(folder), registry);
    TemplateLoader loader =
        new TemplateLoader(workspace, new ModuleResolver(workspace, registry, List.of()));
    ScanPlan plan = ScanPlan.of(workspace, loader, ScanRequest.of(List.of(file)));
    LoweredDeployments deployments = new LoweredDeployments(loader, plan.deployments());
    Evaluator evaluator = new Evaluator(RoleNames.NONE);
    return plan.deployments().stream()
        .map(planned ->
            deployments.with(
                planned,
                it ->
                    evaluator.expand(
                        it.template(), it.parameters(), DeploymentContext.NONE, Limits.DEFAULT)))
        .toList();
  }
}
