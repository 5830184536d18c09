package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an object of Search says of the call that it makes Search make: URL, key, identity,
/// audience.
class SearchModelTest {
  private static final String URL = "\"resourceUri\": \"https://a.openai.azure.com\"";

  private static String models(String json) {
    return SearchModel.in(Estates.value(json), ScriptVariables.NONE).stream()
        .map(SearchModelTest::show)
        .collect(Collectors.joining(", "));
  }

  private static String show(SearchModel model) {
    return String.join(
        " ",
        model.custom() ? "custom" : SearchModel.isInference(model.url()) ? "model" : "other",
        text(model.url()),
        model.key().map(it -> it.name() + "=" + text(it)).orElse("-"),
        model.identity().map(SearchModelTest::text).orElse("-"),
        model.audience().map(SearchModelTest::text).orElse("-"));
  }

  private static String text(Property property) {
    return Estates.text(property.value());
  }

  private static String model(String more) {
    return models("{\"azureOpenAIParameters\": {" + URL + more + "}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"apiKey\": \"k\"                                            | apiKey=k",
        "\"api_key\": \"k\"                                           | api_key=k",
        "\"apiKey\": null, \"key\": \"k\"                             | key=k",
        "\"apiKey\": \"\"                                             | -",
        "\"httpHeaders\": {\"Accept\": \"x\", \"Api-Key\": \"k\"}     | Api-Key=k",
        "\"httpHeaders\": {\"x-functions-key\": \"k\"}                | x-functions-key=k",
        "\"httpHeaders\": {\"Accept\": \"x\"}                         | -",
        "\"httpHeaders\": {\"api-key\": \"\"}                         | -",
        "\"apiKey\": \"k\", \"httpHeaders\": {\"api-key\": \"h\"}     | apiKey=k",
      })
  void aKeyIsAMemberOrAHeader(String more, String key) {
    assertThat(model(", " + more)).isEqualTo("model https://a.openai.azure.com " + key + " - -");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"/ids/own\"                                                  | /ids/own",
        "\"\"                                                          | -",
        "\" \"                                                         | -",
        "null                                                          | -",
        "\"${param.x}\"                                                | ?",
        "{\"userAssignedIdentity\": \"/ids/own\"}                      | /ids/own",
        "{\"userAssignedIdentity\": \" \"}                             | -",
        "{\"userAssignedIdentity\": \"${param.x}\"}                    | ?",
        "{\"resourceId\": \"/ids/own\"}                                | /ids/own",
        "{\"@odata.type\": \"#Microsoft.Azure.Search.DataNoneIdentity\"} | -",
      })
  void anIdentityIsNamedByItsIdUnlessThatIsBlank(String identity, String shown) {
    assertThat(model(", \"authIdentity\": " + identity))
        .isEqualTo("model https://a.openai.azure.com - " + shown + " -");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"customWebApiParameters\": {\"uri\": \"https://f.example.com\", \"authResourceId\":"
            + " \"api://f\"}}        | custom https://f.example.com - - api://f",
        "{\"aiServicesVisionParameters\": {\"resourceUri\": \"https://a.example.com\"}}"
            + "                      | other https://a.example.com - - -",
        "{\"azureOpenAIParameters\": {\"resourceUri\": null, \"url\": \"https://b.example.com\"}}"
            + "                      | model https://b.example.com - - -",
        "{\"azureOpenAIParameters\": {\"deploymentId\": \"e\"}} | ''",
        "{\"parameters\": {\"resourceUri\": \"https://a.example.com\"}} | ''",
      })
  void theKindOfAnObjectSaysWhatItCalls(String json, String shown) {
    assertThat(models(json)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1, true, 1.5, null, \"x\", MODEL]",
        "{\"a\": 1, \"b\": true, \"c\": 1.5, \"d\": null, \"e\": \"x\", \"f\": MODEL}",
        "{\"$union\": [{\"a\": \"${rg.name}\"}, MODEL]}",
        "{\"$if\": [\"${param.x}\", {}, [[MODEL]]]}",
      })
  void modelsAreFoundBesideWhateverElseThereIs(String json) {
    assertThat(models(json.replace("MODEL", "{\"azureOpenAIParameters\": {" + URL + "}}")))
        .isEqualTo("model https://a.openai.azure.com - - -");
  }

  @Test
  void aFunctionThatIsGivenToAnotherHoldsNoObject() {
    Origin origin = Origin.at(new Location.WholeFile("main.bicep"));
    Value model = Estates.value("{\"azureOpenAIParameters\": {" + URL + "}}");
    assertThat(SearchModel.in(model, ScriptVariables.NONE)).hasSize(1);
    Value.Unknown lambda =
        new Value.Unknown(
            new Term.Lambda(List.of("x"), model), new Reason.Unsupported("map"), origin);
    assertThat(SearchModel.parts(lambda)).isEmpty();
    assertThat(SearchModel.in(lambda, ScriptVariables.NONE)).isEmpty();
  }
}
