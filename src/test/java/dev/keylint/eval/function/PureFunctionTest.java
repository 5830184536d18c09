package dev.keylint.eval.function;

import static dev.keylint.eval.function.Calls.call;
import static dev.keylint.eval.function.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PureFunctionTest {
  private static final Location DECLARED = new Location.WholeFile("parameters.json");

  private static Value str(String text, boolean secret) {
    Origin origin = Origin.at(DECLARED);
    return new Value.Str(text, secret ? origin.hidden() : origin);
  }

  private static Value result(String function, Value... arguments) {
    return switch (call(function, arguments)) {
      case FunctionResult.Result(Value value) -> value;
      case FunctionResult other -> throw new AssertionError(function + ": " + other);
    };
  }

  private static String failure(String function, Value... arguments) {
    return switch (call(function, arguments)) {
      case FunctionResult.Failure(String message) -> message;
      case FunctionResult other -> throw new AssertionError(function + ": " + other);
    };
  }

  @Test
  void namesIgnoreCaseAndAreKnownAsAzureWritesThem() {
    assertThat(FunctionTable.find("UNIQUESTRING").map(PureFunction::name)).contains("uniqueString");
    assertThat(FunctionTable.find("reference")).isEmpty();
  }

  @Test
  void theTableHasAllPureFunctions() {
    String names =
        "add array base64 base64ToJson base64ToString bool buildUri cidrHost cidrSubnet concat"
            + " contains createArray createObject dataUri dataUriToString dateTimeAdd"
            + " dateTimeFromEpoch dateTimeToEpoch distinct div empty endsWith equals fail false"
            + " first flatten float format greater greaterOrEquals guid indexFromEnd indexOf int"
            + " intersection items join json last lastIndexOf length less lessOrEquals like max min"
            + " mod mul not null objectKeys padLeft parseCidr parseUri range replace shallowMerge"
            + " skip split startsWith string sub substring take toLower toUpper trim true"
            + " tryIndexFromEnd union uniqueString uri uriComponent uriComponentToString";
    assertThat(FunctionTable.all())
        .extracting(PureFunction::name)
        .containsExactlyInAnyOrder(names.split(" "));
  }

  @Test
  void aMadeValueStandsAtTheCallAndAPassedOneWhereItStood() {
    Value name = str("a", false);
    assertThat(result("toUpper", name).origin().at()).isEqualTo(Calls.HERE);
    Value list = result("createArray", name);
    assertThat(list.origin().at()).isEqualTo(Calls.HERE);
    assertThat(result("first", list)).isSameAs(name);
  }

  @Test
  void whatIsMadeOfASecretIsSecret() {
    Value key = str("key", true);
    assertThat(result("base64", key).origin().secret()).isTrue();
    assertThat(result("concat", str("a", false), key).origin().secret()).isTrue();
    Value list = result("createArray", str("a", false), key);
    assertThat(result("join", list, json("\",\"")).origin().secret()).isTrue();
    assertThat(result("first", result("createArray", str("a", false))).origin().secret()).isFalse();
    Value nested = new Value.Obj(Properties.EMPTY, Origin.at(DECLARED).hidden());
    assertThat(result("string", Calls.array(nested)).origin().secret()).isTrue();
  }

  @Test
  void aFailureSaysWhatIsWrongWithoutSecrets() {
    assertThat(failure("range", json("0"))).isEqualTo("`range` takes 2 arguments, got 1");
    assertThat(failure("padLeft", json("1"))).isEqualTo("`padLeft` takes 2 to 3 arguments, got 1");
    assertThat(failure("guid")).isEqualTo("`guid` takes at least 1 arguments, got 0");
    assertThat(failure("LENGTH", json("1")))
        .isEqualTo("`length` wants string or array or object as argument 1, got int");
    assertThat(failure("fail", str("no region", false))).isEqualTo("`fail` says `no region`");
    assertThat(failure("fail", str("key", true))).isEqualTo("`fail` says `***`");
    assertThat(failure("parseCidr", str("key", true))).doesNotContain("key");
  }

  @Test
  void theEnvironmentIsThePublicCloud() {
    Value.Obj cloud = Environments.publicCloud(Calls.HERE);
    assertThat(cloud.properties().entries()).hasSize(13);
    assertThat(Calls.show(cloud.properties().get("suffixes").orElseThrow()))
        .contains("\"storage\":\"core.windows.net\"", "\"keyvaultDns\":\".vault.azure.net\"");
    assertThat(Calls.show(cloud.properties().get("authentication").orElseThrow()))
        .startsWith("{\"loginEndpoint\":\"https://login.microsoftonline.com/\",\"audiences\":[");
  }

  @Test
  void aCompositeFormatComesApart() {
    assertThat(CompositeFormat.parse("a{{{0}b{1,-3:X}").map(CompositeFormat::parts))
        .contains(
            List.of(
                new CompositeFormat.Part.Literal("a{"),
                new CompositeFormat.Part.Hole(0, 0, ""),
                new CompositeFormat.Part.Literal("b"),
                new CompositeFormat.Part.Hole(1, -3, "X")));
  }
}
