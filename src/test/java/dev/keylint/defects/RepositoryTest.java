package dev.keylint.defects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.cli.Keylint;
import dev.keylint.rule.PackedRules;
import dev.keylint.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What comes of a defect is told apart: found, missed, and what can't be found.
final class RepositoryTest {
  private static final Kind KEYS_ON =
      kind("openai-local-auth", true, "disableLocalAuth: true", "disableLocalAuth: false");

  private static final String ACCOUNT =
      """
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'oai'
        kind: 'OpenAI'
        properties: {
          customSubDomainName: 'oai'
          disableLocalAuth: true
        }
      }
      """;

  private static Kind kind(String rule, boolean everywhere, String match, String with) {
    Swap swap = new Swap(".bicep", Pattern.compile(match), with, List.of(), false);
    return new Kind("it", Set.of(rule), Set.of(), everywhere, List.of(swap));
  }

  @TempDir private Path source;
  @TempDir private Path copy;

  private Repository.Made made(Kind kind, Keylint keylint, Map<String, String> files)
      throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(source.resolve(file.getKey()), file.getValue());
    }
    return new Repository(source, copy, keylint).make(kind).getFirst();
  }

  @Test
  void aDefectIsFoundByItsRule() throws IOException {
    Keylint keylint = Keylint.with("openai-local-auth");
    Repository.Made made = made(KEYS_ON, keylint, Map.of("main.bicep", ACCOUNT));
    assertThat(made.outcome()).isEqualTo(Outcome.FOUND);
    assertThat(made.place()).endsWith("main.bicep:6");
    assertThat(made.extra()).isEmpty();
    assertThat(copy.resolve("main.bicep")).content().isEqualTo(ACCOUNT);
  }

  @Test
  void aDefectThatNoRuleFindsIsMissed() throws IOException {
    Keylint keylint = Keylint.with("search-local-auth");
    assertThat(made(KEYS_ON, keylint, Map.of("main.bicep", ACCOUNT)).outcome())
        .isEqualTo(Outcome.MISSED);
  }

  @Test
  void whatAnotherRuleFindsIsExtra() throws IOException {
    Keylint keylint = Keylint.with("openai-local-auth", "missing-custom-subdomain");
    Kind both =
        kind("openai-local-auth", true, "customSubDomainName: 'oai'\\s*disableLocalAuth: true", "");
    assertThat(made(both, keylint, Map.of("main.bicep", ACCOUNT)).extra())
        .containsExactly("missing-custom-subdomain");
  }

  @Test
  void whatIsNotDeployedIsNotReached() throws IOException {
    Map<String, String> files =
        Map.of(
            "main.bicep",
            "module it 'it.bicep' = { params: { off: true } }\n",
            "it.bicep",
            "param off bool\nvar unused = { disableLocalAuth: true }\n"
                + ACCOUNT.replace("true", "off"));
    assertThat(made(KEYS_ON, Keylint.with("openai-local-auth"), files).outcome())
        .isEqualTo(Outcome.NOT_REACHED);
  }

  @Test
  void whatFailedForAnotherReasonIsFoundBefore() throws IOException {
    Kind other =
        kind(
            "openai-local-auth",
            true,
            "customSubDomainName: 'oai'",
            "customSubDomainName: 'other'");
    String open = ACCOUNT.replace("true", "false");
    assertThat(made(other, Keylint.with("openai-local-auth"), Map.of("main.bicep", open)).outcome())
        .isEqualTo(Outcome.FOUND_BEFORE);
  }

  @Test
  void whatNobodyNeedsIsNotMissed() throws IOException {
    Kind role = kind("missing-inference-role", false, "name: 'oai'", "name: 'other'");
    assertThat(
            made(role, Keylint.with("missing-inference-role"), Map.of("main.bicep", ACCOUNT))
                .outcome())
        .isEqualTo(Outcome.NOT_NEEDED);
  }

  @Test
  void whatItStandsInDecides() {
    List<Kind> kinds =
        Kinds.of(
            """
            words: {off: 'disableLocalAuth: true'}
            groups: {keys: [search-local-auth, search-keys-only]}
            kinds:
            - kind: keys-on
              rules: [keys, public-with-keys]
              everywhere: true
              swaps:
              - {in: [bicep, json], match: "( *){off}", with: "$1", of: [microsoft.search/searchservices]}
              - {in: [bicep], match: '^resource (\\w+)', end: "output it string = $1.id"}
            """);
    Kind kind = kinds.getFirst();
    assertThat(kind.rules())
        .containsExactlyInAnyOrder("search-local-auth", "search-keys-only", "public-with-keys");
    assertThat(kind.swaps()).hasSize(3);
    Swap off = kind.swaps().getFirst();
    assertThat(off.in(ACCOUNT)).isEmpty();
    String search = ACCOUNT.replace("CognitiveServices/accounts", "Search/searchServices");
    Swap.Edited edited = off.in(search).getFirst();
    assertThat(edited.text()).isEqualTo(search.replace("disableLocalAuth: true", ""));
    assertThat(List.of(edited.line(), edited.first())).containsExactly(6, 1);
    Swap output = kind.swaps().getLast();
    assertThat(output.in(ACCOUNT).getFirst().text())
        .isEqualTo(ACCOUNT + "\noutput it string = oai.id");
    assertThat(output.in(ACCOUNT.replace("'OpenAI'", "'ContentSafety'"))).isEmpty();
  }

  @Test
  void eachKindHasRulesThatThereAre() {
    Set<String> ids =
        PackedRules.builtIn().stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());
    assertThat(Kinds.all()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(Kinds.all())
        .allSatisfy(it -> {
          assertThat(it.swaps()).isNotEmpty();
          assertThat(ids).containsAll(it.rules());
        });
  }
}
