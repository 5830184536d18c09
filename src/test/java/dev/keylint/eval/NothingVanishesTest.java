package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.lower.LinkedTemplates;
import dev.keylint.lower.arm.ArmLowering;
import dev.keylint.plan.Loaded;
import dev.keylint.plan.Project;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.template.Declaration;
import dev.keylint.template.Template;
import dev.keylint.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that a template declares vanishes without a word.
final class NothingVanishesTest {
  private static final int MUTATED = 10_000;
  private static final long SEED = 20_240_501;

  /// Larger templates take longer and show no more.
  private static final int LARGEST_SEED = 12_000;

  private static final Limits FEW = Limits.DEFAULT.steps(20_000);

  private final Evaluator evaluator = new Evaluator(RoleNames.NONE);

  @TempDir private Path folder;

  @Test
  void ofTheFormsThatThereAre() throws IOException {
    List<String> lost = new ArrayList<>();
    for (String file : WrittenFormsTest.files()) {
      Template template = new Project(WrittenFormsTest.FORMS).template(file);
      Accounts.of(template.source(), template, evaluator, FEW).vanished().stream()
          .map(it -> file + ": " + it)
          .forEach(lost::add);
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void ofTheCorpus() {
    Corpus corpus = Corpus.assumed();
    List<String> lost = new ArrayList<>();
    int declarations = 0;
    for (String file : corpus.files(".*\\.(bicep|json)")) {
      if (corpus.load(file) instanceof Loaded.Template(Template template)) {
        Accounts accounts = Accounts.of(template.source(), template, evaluator, Limits.DEFAULT);
        declarations += accounts.count();
        accounts.vanished().stream().map(it -> file + ": " + it).forEach(lost::add);
      }
    }
    assertThat(lost).isEmpty();
    assertThat(declarations).isGreaterThan(10_000);
  }

  /// The check itself, with one resource or declaration taken away, as a fault would.
  @Test
  void oneThatVanishesIsSeen() throws IOException {
    int taken = 0;
    for (String file : WrittenFormsTest.files()) {
      Template template = new Project(WrittenFormsTest.FORMS).template(file);
      Evaluator.Expansion whole = expansion(template);
      if (WrittenFormsTest.expected(file, "said ").isEmpty()) {
        for (int i = 0; i < whole.estate().resources().size(); i++) {
          Resource lost = whole.estate().resources().get(i);
          assertThat(new Accounts(template.source(), template, without(whole, lost)).vanished())
              .as("%s without %s", file, lost.declaredAt())
              .isNotEmpty();
          taken++;
        }
        for (Declaration lost : template.resources()) {
          Template rest = without(template, lost);
          assertThat(new Accounts(rest.source(), rest, expansion(rest)).vanished())
              .as("%s without %s", file, lost.at())
              .isNotEmpty();
          taken++;
        }
      }
    }
    assertThat(taken).isGreaterThan(100);
  }

  private Evaluator.Expansion expansion(Template template) {
    return evaluator.expansion(template, Optional.empty(), DeploymentContext.NONE, FEW);
  }

  /// The expansion without all copies of a resource.
  private static Evaluator.Expansion without(Evaluator.Expansion whole, Resource lost) {
    Estate estate = whole.estate();
    List<Resource> rest =
        estate.resources().stream()
            .filter(it -> !it.declaredAt().equals(lost.declaredAt()))
            .toList();
    Estate less =
        new Estate(
            estate.label(),
            false,
            rest,
            estate.outputs(),
            estate.modules(),
            estate.gaps(),
            estate.diagnostics(),
            estate.secrets());
    return new Evaluator.Expansion(less, whole.reached());
  }

  private static Template without(Template template, Declaration lost) {
    return new Template(
        template.source(),
        template.scope(),
        template.symbolicNames(),
        template.parameters(),
        template.variables(),
        template.functions(),
        template.resources().stream().filter(it -> !it.at().equals(lost.at())).toList(),
        template.outputs(),
        template.diagnostics(),
        template.at());
  }

  /// A template to make others of.
  private record Seed(String text, boolean bicep) {
    boolean isWhole() {
      return bicep || JsonReader.read(Source.of("seed.json", text)).object().isPresent();
    }

    static Seed of(Path file) {
      try {
        return new Seed(Files.readString(file), file.toString().endsWith(".bicep"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void ofMutatedTemplates() throws IOException {
    List<Seed> own = own();
    List<Seed> foreign = foreign(own);
    Files.copy(WrittenFormsTest.FORMS.resolve("beside.json"), folder.resolve("beside.json"));
    AtomicInteger checked = new AtomicInteger();
    AtomicInteger declared = new AtomicInteger();
    AtomicInteger expanded = new AtomicInteger();
    List<String> lost =
        IntStream.range(0, MUTATED)
            .parallel()
            .boxed()
            .flatMap(index -> {
              Random random = new Random(SEED + index);
              Seed seed = Mutator.any(index % 4 == 0 ? foreign : own, random);
              Accounts accounts = made(seed, index, random);
              checked.incrementAndGet();
              declared.addAndGet(accounts.count());
              expanded.addAndGet(accounts.expanded());
              return accounts.vanished().stream()
                  .map(it -> index + ": " + it + "\n" + accounts.text());
            })
            .toList();
    assertThat(lost).as("%d lost", lost.size()).isEmpty();
    assertThat(checked).hasValue(MUTATED);
    assertThat(declared).hasValueGreaterThan(MUTATED);
    // The others are deployments, left out, or said.
    assertThat(expanded.get()).isGreaterThan(declared.get() / 2);
  }

  private Accounts made(Seed seed, int index, Random random) {
    return seed.bicep() ? bicep(seed.text(), index, random) : arm(seed.text(), random);
  }

  private Accounts arm(String seed, Random random) {
    Source source = Source.of("made.json", new JsonMutator().mutated(seed, random));
    Optional<JsonObject> root = JsonReader.read(source).object();
    return root.map(object ->
            Accounts.of(
                source, ArmLowering.lower(source, object, LinkedTemplates.NONE), evaluator, FEW))
        .orElseGet(() -> arm(seed, random));
  }

  private Accounts bicep(String seed, int index, Random random) {
    String text = new BicepMutator().mutated(seed, random);
    String file = "made" + index + ".bicep";
    try {
      Template template = new Project(folder).with(file, text).template(file);
      return Accounts.of(template.source(), template, evaluator, FEW);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(text, e);
    }
  }

  private static List<Seed> own() throws IOException {
    List<Seed> seeds = new ArrayList<>();
    for (String file : WrittenFormsTest.files()) {
      seeds.add(Seed.of(WrittenFormsTest.FORMS.resolve(file)));
    }
    seeds.add(Seed.of(Path.of("fixtures/fuzz/arm/everything.json")));
    seeds.add(Seed.of(Path.of("fixtures/fuzz/bicep/everything.bicep")));
    return seeds;
  }

  /// Templates of others, where the reference corpus is there.
  private static List<Seed> foreign(List<Seed> otherwise) throws IOException {
    String named = System.getProperty("corpus", "");
    return named.isEmpty() ? otherwise : ofCorpus(Path.of(named).resolve("bicep"));
  }

  private static List<Seed> ofCorpus(Path bicep) throws IOException {
    try (Stream<Path> files = Files.walk(bicep)) {
      return files
          .filter(file -> file.toString().matches(".*/(user_submitted|Working)/.*\\.(bicep|json)"))
          .sorted()
          .map(Seed::of)
          .filter(seed -> seed.text().length() < LARGEST_SEED && seed.isWhole())
          .toList();
    }
  }
}
