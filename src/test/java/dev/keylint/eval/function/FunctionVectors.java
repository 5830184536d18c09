package dev.keylint.eval.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Source;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Runs the function vectors of the reference data: calls whose results are known.
final class FunctionVectors {
  private final Path corpus;
  private final Source source;
  private final JsonObject data;

  private FunctionVectors(Path corpus, Source source) {
    this.corpus = corpus;
    this.source = source;
    this.data = JsonReader.read(source).object().orElseThrow();
  }

  /// The vectors beside this corpus; nothing if they are not there.
  static Optional<FunctionVectors> beside(Path corpus) {
    Path file = corpus.resolveSibling("data").resolve("function-vectors.json");
    return Files.exists(file)
        ? Optional.of(new FunctionVectors(corpus, read(file)))
        : Optional.empty();
  }

  /// Where the corpus is: by the system property `corpus`, else beside the project.
  static Path corpus() {
    String given = System.getProperty("corpus", "");
    return Path.of(given.isEmpty() ? "../shared/corpus" : given).toAbsolutePath().normalize();
  }

  /// One vector and what came of it; skipped is what is no function of the table.
  record Outcome(String call, String authority, State state, String expected, String actual) {}

  enum State {
    PASSED,
    FAILED,
    SKIPPED
  }

  List<Outcome> run() {
    return objects("vectors").stream().map(this::run).toList();
  }

  private Outcome run(JsonObject vector) {
    String call = vector.text("fn").orElseThrow();
    List<Value> arguments = arguments(vector);
    String expected = Calls.show(value(vector.value("expected").orElseThrow()));
    Optional<String> actual = actual(call, arguments);
    State state =
        actual
            .map(shown -> shown.equals(expected) ? State.PASSED : State.FAILED)
            .orElse(State.SKIPPED);
    String authority = vector.text("authority").orElseThrow().replaceFirst(" \\(.*", "");
    return new Outcome(
        call + Calls.show(Calls.array(arguments)), authority, state, expected, actual.orElse(""));
  }

  /// Wrong values seen elsewhere: passed when ours is another, and the right one where that is
  /// told.
  List<Outcome> runDoNotUse() {
    return objects("do_not_use").stream().map(this::runDoNotUse).toList();
  }

  private Outcome runDoNotUse(JsonObject vector) {
    List<Value> arguments = arguments(vector);
    String function = vector.text("fn").orElseThrow();
    String wrong = vector.text("psrule").or(() -> vector.text("claimed")).orElseThrow();
    String right = vector.text("arm").orElseThrow();
    String actual = Calls.show(Calls.call(function, arguments)).replace("\"", "");
    // One vector describes the right value in words.
    boolean good =
        right.startsWith("upper-case") ? actual.contains("%3A") : right.startsWith(actual);
    State state = good && !actual.equals(wrong) ? State.PASSED : State.FAILED;
    String call = function + Calls.show(Calls.array(arguments));
    return new Outcome(call, "wrong elsewhere", state, right, actual);
  }

  /// A row for each authority.
  static String table(List<Outcome> outcomes) {
    Map<String, List<Outcome>> groups =
        outcomes.stream()
            .collect(Collectors.groupingBy(Outcome::authority, TreeMap::new, Collectors.toList()));
    StringBuilder table = new StringBuilder("| function vectors | passed | failed | skipped |\n");
    table.append("|---|---|---|---|\n");
    groups.forEach((authority, group) -> {
      table.append("| ").append(authority);
      for (State state : State.values()) {
        table.append(" | ").append(count(group, state));
      }
      table.append(" |\n");
    });
    return table.toString();
  }

  static long count(List<Outcome> outcomes, State state) {
    return outcomes.stream().filter(outcome -> outcome.state() == state).count();
  }

  private Optional<String> actual(String function, List<Value> arguments) {
    return switch (function) {
      case "items.keys" -> Optional.of(keys(Calls.call("items", arguments)));
      case "murmur64" -> Optional.of(quoted(Murmur64.hash(text(arguments).getBytes(UTF_8))));
      case "templateHash" ->
          Optional.of(quoted(TemplateHash.of(template(corpus.resolve("bicep"), text(arguments)))));
      default -> FunctionTable.find(function).map(_ -> Calls.show(Calls.call(function, arguments)));
    };
  }

  private static String keys(FunctionResult items) {
    if (items instanceof FunctionResult.Result(Value.Arr(List<Value> pairs, Origin _))) {
      return pairs.stream()
          .map(pair -> ((Value.Obj) pair).properties().get("key").orElseThrow())
          .map(Calls::show)
          .collect(Collectors.joining(",", "[", "]"));
    }
    return Calls.show(items);
  }

  private static String quoted(long hash) {
    return "\"" + Long.toUnsignedString(hash) + "\"";
  }

  private static String text(List<Value> arguments) {
    return ((Value.Str) arguments.getFirst()).value();
  }

  /// A template of the corpus.
  static JsonObject template(Path folder, String path) {
    return JsonReader.read(read(folder.resolve(path))).object().orElseThrow();
  }

  private static Source read(Path file) {
    try {
      String text = Files.readString(file);
      return Source.of(file.toString(), text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Value> arguments(JsonObject vector) {
    return vector.array("args").orElseThrow().items().stream().map(this::value).toList();
  }

  private Value value(JsonValue json) {
    return Calls.json(source.slice(json.span()));
  }

  private List<JsonObject> objects(String key) {
    return data.array(key).orElseThrow().items().stream().map(JsonObject.class::cast).toList();
  }
}
