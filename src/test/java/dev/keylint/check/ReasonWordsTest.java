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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A stranger reads why something is undecided: every reason has words, and no internal name is
/// among them.
final class ReasonWordsTest {
  private static final Location AT = new Location.WholeFile("main.bicep");
  private static final Location AZURE = new Location.InAzure("/subscriptions/s", "");
  private static final String SITE =
      "format('{0}/providers/Microsoft.Web/sites/app-a/config/web', resourceGroup().id)";

  private static Value.Unknown unknown(Reason reason, Location at) {
    return new Value.Unknown(new Term.Call("any", List.of()), reason, Origin.at(at));
  }

  private static Value text(String text) {
    return new Value.Str(text, Origin.at(AT));
  }

  static Stream<Arguments> words() {
    return Stream.of(
            supplied(), reached(), circumstances(), written(), missing(), unevaluated(), unstated())
        .flatMap(it -> it);
  }

  private static Stream<Arguments> supplied() {
    return Stream.of(
        row(
            new Reason.MissingParameter("keysOff", List.of()),
            "parameter `keysOff` has no value",
            "give `keysOff` a value in a parameter file"),
        row(
            new Reason.RuntimeReference(SITE, "identity.principalId"),
            "only Azure knows `identity.principalId` of `app-a/web`",
            "`keylint live` reads what is deployed"),
        row(
            new Reason.RuntimeReference(
                "resourceId('Microsoft.Search/searchServices', 'srch')", "kind"),
            "only Azure knows `kind` of `srch`",
            "`keylint live` reads what is deployed"),
        row(
            new Reason.RuntimeReference(
                "/subscriptions/s/resourceGroups/rg-a", "policy expression"),
            "only Azure knows the policy expression of `rg-a`",
            "`keylint live` reads what is deployed"),
        row(
            new Reason.RuntimeReference("parameters('x')", "tags"),
            "only Azure knows `tags` of a resource",
            "`keylint live` reads what is deployed"),
        row(
            new Reason.RuntimeReference("pickZones", ""),
            "only Azure can evaluate `pickZones`",
            "`keylint live` reads what is deployed"),
        row(
            new Reason.RuntimeReference("/subscriptions/s/resourceGroups/rg-a", ""),
            "only Azure knows the state of `rg-a`",
            "`keylint live` reads what is deployed"));
  }

  private static Stream<Arguments> reached() {
    return Stream.of(
        row(
            new Reason.RuntimeReference("/x/vaults/kv", "properties.x[parameters('idx')][0]"),
            "only Azure knows `properties.x[idx][0]` of `kv`",
            "`keylint live` reads what is deployed"),
        row(
            new Reason.RuntimeReference("/x/deployments/mods", "properties.outputs.off.value.a"),
            "only Azure knows output `off.a` of `mods`",
            "`keylint live` reads what is deployed"),
        row(
            new Reason.RuntimeReference("/x/vaults/kv", "properties.items[copyIndex()].off"),
            "only Azure knows `properties.items[…].off` of `kv`",
            "`keylint live` reads what is deployed"));
  }

  private static Stream<Arguments> circumstances() {
    return Stream.of(
        row(
            new Reason.KeyOf("/providers/Microsoft.Search/searchServices/srch", "listAdminKeys"),
            "`listAdminKeys` gets a key of `srch`",
            "look at it by hand: keylint never asks for a key"),
        row(
            new Reason.KeyOf("/providers/Microsoft.Web/sites/app", "LIST"),
            "`LIST` gets what may be secret of `app`",
            "look at it by hand: keylint never asks for what may be secret"),
        row(
            new Reason.DeploymentContext("resourceGroup().id"),
            "`resourceGroup().id` depends on where it is deployed",
            "say where with `--context FILE`: `subscriptionId`, `resourceGroup` and `location`"),
        row(
            new Reason.DeploymentContext("subscription().tenantId"),
            "`subscription().tenantId` depends on where it is deployed",
            "say where with `--context FILE`: `subscriptionId`"),
        row(
            new Reason.DeploymentContext("deployer().objectId"),
            "`deployer().objectId` is only known when it is deployed",
            "`keylint live` reads what is deployed"),
        row(
            new Reason.Secret("adminKey"),
            "`adminKey` is secret, so keylint does not look at its value",
            "look at it by hand: keylint never looks at secrets"));
  }

  private static Stream<Arguments> written() {
    return Stream.of(
        row(
            new Reason.Rewritten("srch-two", true, new Reason.Rewritten.Left.Order()),
            "`srch-two` is written twice, and which write is the last is not known",
            "say by `dependsOn` which write is the last"),
        row(
            new Reason.Rewritten("srch-two", false, new Reason.Rewritten.Left.Order()),
            "`srch-two` may be written twice, and which write is the last is not known",
            "say by `dependsOn` which write is the last"),
        row(
            new Reason.Rewritten("srch-two", true, new Reason.Rewritten.Left.Reset("sku")),
            "`srch-two` is written twice, and whether Azure keeps the `sku` of an earlier write,"
                + " which the last one does not set, is not known",
            "set `sku` in the last write"),
        row(
            new Reason.Rewritten("srch-two", true, new Reason.Rewritten.Left.TooMany(9)),
            "`srch-two` is written 9 times, and not always alike: so many writes are not followed",
            "write it once"));
  }

  private static Stream<Arguments> missing() {
    return Stream.of(
        row(
            new Reason.NonDeterministic("newGuid"),
            "`newGuid` has another value in each deployment",
            "write a fixed value"),
        row(
            new Reason.MissingModule("br/public:avm/res/x:1.0.0"),
            "module `br/public:avm/res/x:1.0.0` is not here",
            "`keylint restore` fetches it"),
        row(
            new Reason.MissingModule("../shared/ai.bicep"),
            "module `../shared/ai.bicep` is not here",
            "add the file, or scan a folder that holds it"),
        row(
            new Reason.MissingModule("HTTPS://host.example/ai.json"),
            "the template `HTTPS://host.example/ai.json` is not fetched",
            "look at it by hand, or link to it by a `relativePath`"),
        row(
            new Reason.MissingFile("policy.xml"),
            "file `policy.xml` is not here",
            "add the file, or scan a folder that holds it"),
        row(
            new Reason.Failed("there is no variable `x` here"),
            "there is no variable `x` here",
            "mend the template there"));
  }

  private static Stream<Arguments> unevaluated() {
    return Stream.of(
        row(
            new Reason.Unsupported("a computed resource"),
            "keylint does not evaluate a computed resource",
            "a plain value there would decide it"),
        row(
            new Reason.Unsupported("loop"),
            "keylint does not evaluate this `loop`",
            "a plain value there would decide it"),
        row(
            new Reason.Unsupported("what goes beyond its bounds: a text is too long"),
            "keylint does not evaluate what goes beyond its bounds: a text is too long",
            "a plain value there would decide it"),
        row(
            new Reason.Unsupported("names of outputs"),
            "keylint does not evaluate the names of outputs",
            "a plain value there would decide it"),
        row(
            new Reason.Unsupported("the part behind the syntax error at 3:1"),
            "what stands behind a syntax error could not be read",
            "mend the syntax error"),
        row(
            new Reason.Unsupported("the choice between two properties `sku`"),
            "`sku` stands here twice, with values that differ",
            "keep one of them"),
        row(
            new Reason.Unsupported("the choice between several `sku`"),
            "which of several `sku` Azure takes is not known",
            "keep one of them"),
        row(
            new Reason.Unsupported("keys that differ by case only"),
            "which one Azure takes of the keys that differ by case only is not known",
            "keep one of them"));
  }

  private static Stream<Arguments> unstated() {
    return Stream.of(
        row(
            new Reason.NotStated("the kind of the existing account `acct`"),
            "the kind of the existing account `acct` is not known",
            "`keylint live` reads what is deployed"),
        row(
            new Reason.Withheld("members of a group"),
            "the members of a group can't be told from templates",
            "`keylint live` reads what is deployed"),
        row(
            new Reason.Withheld("who the members of a group are"),
            "who the members of a group are can't be told from templates",
            "`keylint live` reads what is deployed"));
  }

  private static Arguments row(Reason reason, String why, String help) {
    return Arguments.of(reason, why, help);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("words")
  void aReasonHasWords(Reason reason, String why, String help) {
    assertThat(ReasonWords.of(unknown(reason, AT)))
        .containsExactly(new Cause(why, AT, Optional.of(help)));
  }

  @Test
  void noReasonIsLeftOut() {
    Set<Object> covered =
        words()
            .map(row -> Objects.requireNonNull(row.get()[0]).getClass())
            .collect(Collectors.toSet());
    assertThat(covered).contains((Object[]) Reason.class.getPermittedSubclasses());
  }

  @Test
  void whatAzureWithholdsNeedsARight() {
    assertThat(ReasonWords.of(unknown(new Reason.Withheld("role assignments of `rg`"), AZURE)))
        .containsExactly(
            new Cause(
                "role assignments of `rg` could not be read",
                AZURE,
                Optional.of("give the sign-in the right to read it")));
  }

  @Test
  void whatAzureWithholdsIsCalledAsItIs() {
    assertThat(ReasonWords.of(unknown(new Reason.Withheld("members of a group"), AZURE)))
        .extracting(Cause::text)
        .containsExactly("members of a group could not be read");
  }

  @Test
  void whatWasReadFromAzureIsNotReadAgain() {
    assertThat(ReasonWords.of(unknown(new Reason.NotStated("the kind of `acct`"), AZURE)))
        .containsExactly(
            new Cause(
                "the kind of `acct` is not known",
                AZURE,
                Optional.of("look at it in Azure: `keylint live` does not read it")));
  }

  @Test
  void aVariableOfAParameterFileIsNamed() {
    Reason reason = new Reason.DeploymentContext("externalInputs");
    Value.Unknown variable =
        new Value.Unknown(
            new Term.Call("externalInputs", List.of(text("MY_ID"))), reason, Origin.at(AT));
    assertThat(ReasonWords.of(variable).getFirst().text())
        .isEqualTo("variable `MY_ID` is only set when it is deployed");
    Source file = Source.of("main.bicepparam", "param id = readEnvironmentVariable('MY_ID')\n");
    Location at = new Location.InFile(file, new Span(11, 43));
    Value.Unknown read =
        new Value.Unknown(
            new Term.Call("externalInputs", List.of(text("sys_envVar_0"))), reason, Origin.at(at));
    assertThat(ReasonWords.of(read).getFirst().text())
        .isEqualTo("`readEnvironmentVariable('MY_ID')` has no value here");
  }

  @Test
  void aParameterThatACallerLeavesOutIsTheCallersBusiness() {
    Value.Unknown inner =
        new Value.Unknown(
            new Term.Call("parameters", List.of(text("sku"), text("search"))),
            new Reason.MissingParameter("sku", List.of()),
            Origin.at(AT));
    assertThat(ReasonWords.of(inner).getFirst().help())
        .hasValue("pass `sku` where the module is called");
    Value.Unknown own =
        new Value.Unknown(
            new Term.Call("parameters", List.of(text("sku"))),
            new Reason.MissingParameter("sku", List.of()),
            Origin.at(AT));
    assertThat(ReasonWords.of(own).getFirst().help())
        .hasValue("give `sku` a value in a parameter file");
  }

  @Test
  void aParameterFileMayLackSomethingElse() {
    Cause lacking =
        new Cause("it", AT, Optional.of("give `sku` a value in a parameter file, or elsewhere"));
    assertThat(ReasonWords.given(lacking, "set $SKU").help()).hasValue("set $SKU, or elsewhere");
    Cause other = new Cause("it", AT, Optional.of("mend it, or " + lacking.help().orElseThrow()));
    assertThat(ReasonWords.given(other, "set SKU")).isEqualTo(other);
    Cause helpless = new Cause("it", AT);
    assertThat(ReasonWords.given(helpless, "set SKU")).isEqualTo(helpless);
  }

  /// `!empty(who.id)` is not known because of what stands in a parameter file.
  @Test
  void reasonsLeadToWhatCanBeSupplied() {
    Reason reason = new Reason.MissingParameter("who", List.of());
    Location declared = new Location.WholeFile("params.bicep");
    Value.Unknown parameter =
        new Value.Unknown(
            new Term.Call("parameters", List.of(text("who"))), reason, Origin.at(declared));
    Value.Unknown member =
        new Value.Unknown(new Term.Access(parameter, List.of(text("id"))), reason, Origin.at(AT));
    Value.Unknown tested =
        new Value.Unknown(new Term.Call("empty", List.of(member)), reason, Origin.at(AT));
    assertThat(ReasonWords.of(tested).getFirst().at()).isEqualTo(declared);
  }

  private static final Pattern PRODUCER =
      Pattern.compile(
          "(?:Doubt\\.(unsupported|withheld|failed|notStated)|new"
              + " Reason\\.(Unsupported|Withheld|Failed))\\(\\s*\"([^\"]*)\"");

  /// All words that our own code puts into reasons, read from its sources.
  static Stream<Reason> producers() throws IOException {
    List<Reason> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).sorted().toList()) {
        Matcher literal = PRODUCER.matcher(Files.readString(file));
        while (literal.find()) {
          String kind = literal.group(1) == null ? literal.group(2) : literal.group(1);
          String words = literal.group(3).strip();
          all.add(
              switch (kind.charAt(0)) {
                case 'u', 'U' -> new Reason.Unsupported(words);
                case 'n' -> new Reason.NotStated(words);
                case 'w', 'W' -> new Reason.Withheld(words);
                default -> new Reason.Failed(words);
              });
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(15);
    return all.stream().distinct();
  }

  @ParameterizedTest
  @MethodSource("producers")
  void whatOurCodeGivesAsReasonReadsAsASentence(Reason reason) {
    String words = ReasonWords.of(unknown(reason, AT)).getFirst().text();
    String plain = words.replaceAll("`[^`]*`", "X");
    assertThat(plain)
        .doesNotContainPattern("\\b(the|this) (a|an|the|this|how|what|whether)\\b")
        .doesNotContainPattern("[a-z][A-Z]")
        .doesNotContain("(…)", "``");
    assertThat(new TreeSet<>(List.of(plain.split(" ")))).doesNotContain("null", "term", "frame");
  }
}
