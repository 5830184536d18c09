package dev.keylint.eval.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keylint.eval.ScopedIds;
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
import java.util.Optional;
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

  /// One vector and what came of it.
  record Outcome(String call, boolean passed, String expected, String actual) {}

  List<Outcome> run() {
    return objects("vectors").stream().map(this::run).toList();
  }

  private Outcome run(JsonObject vector) {
    String call = vector.text("fn").orElseThrow();
    List<Value> arguments = arguments(vector);
    String expected = Calls.show(value(vector.value("expected").orElseThrow()));
    String actual = actual(call, arguments);
    String shown = call + Calls.show(Calls.array(arguments));
    return new Outcome(shown, actual.equals(expected), expected, actual);
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
    String call = function + Calls.show(Calls.array(arguments)) + " elsewhere";
    return new Outcome(call, good && !actual.equals(wrong), right, actual);
  }

  private String actual(String function, List<Value> arguments) {
    return switch (function) {
      case "items.keys" -> keys(Calls.call("items", arguments));
      case "murmur64" -> quoted(Murmur64.hash(text(arguments).getBytes(UTF_8)));
      case "templateHash" ->
          quoted(TemplateHash.of(template(corpus.resolve("bicep"), text(arguments))));
      case "resource-id" -> Calls.show(id(arguments));
      default -> Calls.show(Calls.call(function, arguments));
    };
  }

  private static Value id(List<Value> arguments) {
    List<String> texts = arguments.stream().map(each -> ((Value.Str) each).value()).toList();
    return ScopedIds.of(texts.get(0), texts.get(1), texts.get(2));
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
