package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Outcome.Cause;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What depends on the deployment names the key of the context file that would say it.
final class ContextWordsTest {
  private static final Location FILE = new Location.WholeFile("main.bicep");

  private static Cause cause(String what, Term term, Location at) {
    return ContextWords.of(
        what, new Value.Unknown(term, new Reason.DeploymentContext(what), Origin.at(at)));
  }

  private static Term call(String function, String... arguments) {
    List<Value> values =
        List.of(arguments).stream().<Value>map(it -> new Value.Str(it, Origin.at(FILE))).toList();
    return new Term.Call(function, values);
  }

  @ParameterizedTest
  @CsvSource({
    "tenant().tenantId, `tenantId`",
    "managementGroup().id, `managementGroup`",
    "subscription().subscriptionId, `subscriptionId`",
    "environment().name, `cloud`",
    "resourceGroup().location, `resourceGroup`",
    "deployment().name, `deploymentName`",
    "az.deployment().name, `deploymentName`",
    "deployer().objectId, keylint live",
    "resourceGroup().tags, keylint live",
    "resourceGroup().properties, keylint live",
    "resourceGroup('other').location, keylint live",
    "subscription().displayName, keylint live",
    "deployment().properties, keylint live",
    "tenant(), `tenantId`",
    "resourceGroup(), `resourceGroup`",
    "environment(), `cloud`",
    "deployer(), keylint live",
    "subscription(a).id, `subscriptionId`",
  })
  void theHelpSaysWhatToSupply(String what, String key) {
    Cause cause = cause(what, call("any"), FILE);
    assertThat(cause.text()).contains("`" + what + "`");
    assertThat(cause.help().orElseThrow()).contains(key);
    if (!key.equals("`subscriptionId`") && !key.equals("`resourceGroup`")) {
      assertThat(cause.help().orElseThrow()).doesNotContain("`subscriptionId`");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "externalInputs, MY_ID",
    "externalInput, MY_ID",
    "readEnvVar, MY_ID",
    "readCliArg, MY_ID",
    "readEnvironmentVariable, MY_ID",
  })
  void anInputIsCalledByItsName(String function, String name) {
    assertThat(cause("x", call(function, name), FILE).text()).contains("`" + name + "`");
    assertThat(cause(function + "('a')", call("any"), FILE).text()).contains("an input");
    assertThat(cause(function, call(function), FILE).text()).contains("an input");
    Value number = new Value.Int(1, Origin.at(FILE));
    assertThat(cause(function, new Term.Call(function, List.of(number)), FILE).text())
        .contains("an input");
    assertThat(cause(function, new Term.Access(number, List.of()), FILE).text())
        .contains("an input");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          readEnvironmentVariable('MY_ID') => true
          sys.readEnvVar('MY_ID')          => true
          `  readEnvVar('A')  `            => true
          `readEnvVar('A'\\n)`             => false
          'a literal'                      => false
          name                             => false
          """)
  void aParameterFileIsQuoted(String written, boolean quoted) {
    Source source = Source.of("main.bicepparam", written.replace("\\n", "\n"));
    Location at = new Location.InFile(source, new Span(0, source.text().length()));
    String text = cause("externalInputs", call("externalInputs", "INNER"), at).text();
    assertThat(text).contains(quoted ? "`" + written.strip() + "`" : "`INNER`");
  }

  @ParameterizedTest
  @CsvSource({
    "readEnvironmentVariable, MY_ID, true",
    "readEnvironmentVariable, MY-ID, false",
    "readEnvironmentVariable, AZURE_PRINCIPAL_ID, false",
    "externalInputs, MY_ID, false",
  })
  void aVariableOfAParameterFileIsForTheUserToSay(String function, String name, boolean said) {
    Source source = Source.of("main.bicepparam", function + "('" + name + "')");
    Location at = new Location.InFile(source, new Span(0, source.text().length()));
    assertThat(cause(function, call(function, name), at).help().orElseThrow())
        .contains(said ? "`--env " + name + "=…`" : "parameter file");
  }

  @ParameterizedTest
  @CsvSource({"MY_ID, true", "MY-ID, false", "AZURE_PRINCIPAL_ID, false"})
  void soIsOneWhoseTextIsNotHere(String name, boolean said) {
    assertThat(cause("readEnvVar", call("readEnvVar", name), FILE).help().orElseThrow())
        .contains(said ? "`--env " + name + "=…`" : "parameter file");
  }

  @ParameterizedTest
  @CsvSource({"80, true", "81, false"})
  void aLongOneIsNot(int length, boolean quoted) {
    String written = "f('" + "x".repeat(length - 5) + "')";
    Source source = Source.of("main.bicepparam", written);
    Location at = new Location.InFile(source, new Span(0, length));
    String text = cause("externalInputs", call("externalInputs", "INNER"), at).text();
    assertThat(text.contains(written)).isEqualTo(quoted);
  }
}
