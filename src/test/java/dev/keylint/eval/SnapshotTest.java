package dev.keylint.eval;

import dev.keylint.conformance.Ratchet;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonValue;
import dev.keylint.plan.Loaded;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Our expansion is that of `bicep snapshot`, the official one.
class SnapshotTest {
  @Test
  void expandsAsTheOfficialOne() throws IOException {
    Corpus corpus = Corpus.assumed();
    List<String> snapshots = corpus.files(".*/main\\.snapshot\\.json");
    Map<String, String> unequal = new TreeMap<>();
    for (String snapshot : snapshots) {
      List<String> official = official(corpus.root().resolve(snapshot));
      List<String> ours = ours(corpus, snapshot.replace("snapshot.json", "bicepparam"));
      if (!ours.equals(official)) {
        unequal.put(snapshot, "ours: " + ours + "\nofficial: " + official);
      }
    }
    Ratchet.hold("E4", "official snapshots: resources and outputs", snapshots.size(), unequal);
  }

  private static List<String> ours(Corpus corpus, String file) {
    ParameterFile parameters = ((Loaded.Parameters) corpus.load(file)).file();
    String using = parameters.template().orElseThrow();
    Estate estate =
        new Evaluator(RoleNames.NONE)
            .expand(
                corpus.template(using),
                Optional.of(parameters),
                DeploymentContext.resourceGroup("00000000-0000-0000-0000-000000000000", "myRg"),
                Limits.DEFAULT);
    List<String> all = new ArrayList<>();
    estate.resources().stream().map(SnapshotTest::shown).sorted().forEach(all::add);
    all.addAll(Shown.outputs(estate));
    estate.diagnostics().forEach(it -> all.add(it.toString()));
    return all;
  }

  private static List<String> official(Path snapshot) throws IOException {
    Source source = Source.of(snapshot.toString(), Files.readString(snapshot));
    JsonObject official = JsonReader.read(source).object().orElseThrow();
    List<String> all = new ArrayList<>(resources(source, official));
    all.addAll(outputs(source, official));
    return all;
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
