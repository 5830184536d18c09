package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.Loaded;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.template.ParameterFile;
import dev.keylint.text.Source;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Our expansion is that of `bicep snapshot`, the official one.
class SnapshotTest {
  private static final String FOLDER =
      "bicep/src/Bicep.Cli.IntegrationTests/Files/SnapshotCommandTests/";

  @ParameterizedTest
  @CsvSource({
    "basic, main.bicep",
    "extensibility, main.bicep",
    "nested_loops, kv.bicep",
    "null_parameter_value, main.bicep",
    "outputs, main.bicep"
  })
  void isTheOfficialOne(String name, String template) throws IOException {
    Corpus corpus = Corpus.assumed();
    String folder = FOLDER + name + "/";
    ParameterFile parameters = ((Loaded.Parameters) corpus.load(folder + "main.bicepparam")).file();
    Estate estate =
        new Evaluator(RoleNames.NONE)
            .expand(
                corpus.template(folder + template),
                Optional.of(parameters),
                DeploymentContext.resourceGroup("00000000-0000-0000-0000-000000000000", "myRg"),
                Limits.DEFAULT);
    Path snapshot = corpus.root().resolve(folder + "main.snapshot.json");
    Source source = Source.of(snapshot.toString(), Files.readString(snapshot));
    JsonObject official = JsonReader.read(source).object().orElseThrow();
    assertThat(estate.resources().stream().map(SnapshotTest::shown).sorted().toList())
        .isEqualTo(resources(source, official));
    assertThat(Shown.outputs(estate)).isEqualTo(outputs(source, official));
    assertThat(estate.diagnostics()).isEmpty();
  }

  private static String shown(Resource resource) {
    boolean extension = !resource.apiVersion().matches("\\d{4}-.*");
    Origin origin = resource.body().origin();
    List<Property> members = new ArrayList<>();
    if (extension) {
      String type = resource.type().name() + "@" + resource.apiVersion();
      members.add(new Property("type", origin.at(), new Value.Str(type, origin)));
    } else {
      members.add(new Property("id", origin.at(), resource.id()));
      members.add(new Property("name", origin.at(), resource.name()));
      Value type = new Value.Str(resource.type().name(), origin);
      members.add(new Property("type", origin.at(), type));
      Value version = new Value.Str(resource.apiVersion(), origin);
      members.add(new Property("apiVersion", origin.at(), version));
    }
    members.addAll(resource.body().properties().entries());
    return Shown.value(new Value.Obj(Properties.of(members), origin));
  }

  private static List<String> resources(Source source, JsonObject official) {
    return ((JsonArray) official.value("predictedResources").orElseThrow())
        .items().stream().map(item -> normal(source, item)).sorted().toList();
  }

  private static List<String> outputs(Source source, JsonObject official) {
    return official.object("outputs").map(JsonObject::members).orElse(List.of()).stream()
        .map((JsonMember output) -> output.key() + " = " + normal(source, output.value()))
        .sorted()
        .toList();
  }

  /// The value with the expressions in its texts brought into normal form.
  private static String normal(Source source, JsonValue value) {
    String text = source.slice(value.span());
    Estate estate =
        Arm.expand(
            "\"resources\": [], \"outputs\": {\"x\": {\"type\": \"object\", \"value\": "
                + text
                + "}}");
    return Shown.value(Arm.output(estate, "x"));
  }
}
