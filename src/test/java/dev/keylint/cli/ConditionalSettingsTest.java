package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls that settings state which are there under a condition only.
final class ConditionalSettingsTest {
  private static final String RULE = "missing-search-query-role";
  private static final Keylint KEYLINT = Keylint.with(RULE);
  private static final String ENDPOINT =
      "{ name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }";
  private static final String KEY = "{ name: 'AZURE_SEARCH_KEY', value: docs.listAdminKeys().key }";
  private static final String CLIENT = "{ name: 'AZURE_CLIENT_ID', value: id.properties.clientId }";

  /// More conditions, and more keys, than are looked at together.
  private static final String MANY =
      IntStream.range(0, 300)
          .mapToObj(i -> "contains(names, 'n" + i + "') ? [{ name: 'KEY_ID', value: 'x' }] : []")
          .collect(Collectors.joining(", "));

  private static final String KEYS =
      IntStream.range(0, 300)
          .mapToObj(i -> "{ name: 'K" + i + "_API_KEY', value: 'x' }")
          .collect(Collectors.joining(", "));

  /// The line of the settings.
  private static final int LINE = 27;

  private static final String SERVICE =
      """
      param on bool
      param other bool
      param names array
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'docs'
        location: 'westeurope'
        properties: { authOptions: { aadOrApiKey: {} } }
      }
      resource id 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'id'
        location: 'westeurope'
      }
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid(docs.id, id.id, 'reader')
        scope: docs
        properties: {
          principalId: id.properties.principalId
          principalType: 'ServicePrincipal'
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
        }
      }
      """;
  private static final String SITE =
      """
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        location: 'westeurope'
        identity: { type: 'SystemAssigned, UserAssigned', userAssignedIdentities: { '${id.id}': {} } }
        properties: {
          siteConfig: { appSettings: SETTINGS }
        }
      }
      """;

  @TempDir private Path folder;

  private Scanned scan(String app, String settings) throws IOException {
    String written =
        settings
            .replace("MANY", MANY)
            .replace("KEYS", KEYS)
            .replace("ENDPOINT", ENDPOINT)
            .replaceAll("\\bKEY\\b", KEY)
            .replace("CLIENT", CLIENT);
    Files.writeString(
        folder.resolve("main.bicep"), SERVICE + app.replace("SETTINGS", written).strip());
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.exit()).as(scan.out()).isLessThan(2);
    return scan;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on ? [ENDPOINT] : []",
        "on ? [] : [ENDPOINT]",
        "concat([{ name: 'A', value: 'b' }], on ? [ENDPOINT] : [])",
        "union([{ name: 'A', value: 'b' }], on ? [ENDPOINT] : [])",
        "[{ name: 'A', value: 'b' }, ...(on ? [ENDPOINT] : [])]",
        "[{ name: 'A', value: 'b' }, on ? ENDPOINT : { name: 'B', value: 'c' }]",
        "flatten([[{ name: 'A', value: 'b' }], on ? [ENDPOINT] : []])",
        "concat(on ? concat([{ name: 'A', value: 'b' }], other ? [] : [ENDPOINT]) : [])",
        "concat(on ? [{ name: 'A', value: 'b' }] : [], other ? [ENDPOINT] : [])",
      })
  void areMadeWhereTheConditionHolds(String settings) throws IOException {
    assertThat(scan(SITE, settings).places(RULE, "fail")).containsExactly("main.bicep:" + LINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Microsoft.App/containerApps@2024-03-01", "Microsoft.App/jobs@2024-03-01"})
  void alsoOfContainers(String type) throws IOException {
    String app =
        """
        resource app '%s' = {
          name: 'app'
          location: 'westeurope'
          identity: { type: 'SystemAssigned' }
          properties: {
            template: { containers: [{ name: 'main', env: SETTINGS }] }
          }
        }
        """
            .formatted(type);
    assertThat(scan(app, "concat([], on ? [ENDPOINT] : [])").places(RULE, "fail"))
        .containsExactly("main.bicep:" + LINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on ? [{ name: 'main', env: [ENDPOINT] }] : []",
        "concat([{ name: 'main' }], on ? [] : [{ name: 'side', env: [ENDPOINT] }])",
        "[{ name: 'main' }, on ? { name: 'side', env: [ENDPOINT] } : { name: 'other' }]",
      })
  void alsoOfContainersThatAreThereUnderOne(String containers) throws IOException {
    String app =
        """
        resource app 'Microsoft.App/containerApps@2024-03-01' = {
          name: 'app'
          location: 'westeurope'
          identity: { type: 'SystemAssigned' }
          properties: {
            template: { containers: SETTINGS }
          }
        }
        """;
    assertThat(scan(app, containers).places(RULE, "fail")).containsExactly("main.bicep:" + LINE);
  }

  /// What one condition brings stands beside all that is there then, and beside nothing else.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a key that is only there otherwise  | fail | on ? [ENDPOINT] : [KEY]",
        "a key that comes with it            |      | on ? [ENDPOINT, KEY] : []",
        "a key that is there anyway          |      | concat([KEY], on ? [ENDPOINT] : [])",
        "a key that the same condition brings|      | concat(on ? [KEY] : [], on ? [ENDPOINT] :"
            + " [])",
        "a key that another condition brings | open | concat(other ? [KEY] : [], on ? [ENDPOINT] :"
            + " [])",
        "who has a role signs in then        |      | concat(on ? [ENDPOINT] : [], on ? [CLIENT] :"
            + " [])",
        "who has a role signs in otherwise   | fail | concat(on ? [ENDPOINT] : [], on ? [] :"
            + " [CLIENT])",
        "what has nothing to do with it      | fail | concat(on ? [ENDPOINT] : [], other ? [{ name:"
            + " 'LOG_LEVEL', value: 'debug' }] : [])",
        "what only Azure knows               | fail | concat(on ? [ENDPOINT] : [], other ? [{ name:"
            + " 'INSIGHTS', value: id.properties.principalId }] : [])",
        "a value of which nothing is known   | fail | concat(on ? [ENDPOINT] : [], other ? [{ name:"
            + " 'BOT', value: names[0] }] : [])",
        "who has a role may sign in          | open | concat(on ? [ENDPOINT] : [], other ? [CLIENT]"
            + " : [])",
      })
  void areJudgedWithWhatIsThereThen(String beside, @Nullable String kind, String settings)
      throws IOException {
    assertThat(kinds(scan(SITE, settings))).as(beside).isEqualTo(listed(kind));
  }

  private static List<String> listed(@Nullable String kind) {
    return Optional.ofNullable(kind).stream().toList();
  }

  /// What is said of the line of the settings, but that it complies.
  private static List<String> kinds(Scanned scan) {
    return scan.verdicts().stream()
        .filter(it -> it.line() == LINE)
        .map(Scanned.Verdict::kind)
        .filter(it -> !it.equals("pass"))
        .toList();
  }

  /// Where both conditions hold the key is sent, and nobody asks for a token.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "open | concat([ENDPOINT], other ? [KEY] : [])",
        "open | concat(on ? [ENDPOINT] : [], other ? [KEY] : [])",
        "open | concat(on ? [ENDPOINT] : [], other ? [{ name: 'A', value: 'b' }, KEY] : [])",
        "open | [ENDPOINT, other ? KEY : { name: 'B', value: 'c' }]",
        "open | concat(MANY, [ENDPOINT], other ? [KEY] : [])",
        "fail | concat(MANY, [ENDPOINT])",
        "fail | concat(on ? [ENDPOINT] : [], other ? [{ name: 'AZURE_OPENAI_KEY', value: 'x' }] :"
            + " [])",
      })
  void areOpenWhereAKeyMayStandBeside(String kind, String settings) throws IOException {
    String site = SITE.replaceFirst("identity: .*", "identity: { type: 'SystemAssigned' }");
    assertThat(scan(site, settings).places(RULE, kind)).containsExactly("main.bicep:" + LINE);
  }

  /// A stranger could hide a call behind conditions, or make us try all of them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "open | concat(MANY, [ENDPOINT])",
        "open | concat(MANY, on ? [ENDPOINT] : [])",
        "open | concat(MANY, on ? concat([], other ? [] : [ENDPOINT]) : [])",
        "open | concat(MANY, [on ? ENDPOINT : { name: 'B', value: 'c' }])",
        "open | concat(MANY, [other ? { name: 'B', value: 'c' } : (on ? { name: 'C', value: 'd' } :"
            + " ENDPOINT)])",
        "     | concat(MANY, on ? [ENDPOINT, KEY] : [])",
        "     | concat(MANY, [KEY], on ? [ENDPOINT] : [])",
        "open | concat(MANY, [KEYS, KEY], contains(names, 'z') ? [ENDPOINT] : [])",
      })
  void areOpenWhereTooManyConditionsDecide(@Nullable String kind, String settings)
      throws IOException {
    assertThat(kinds(scan(SITE, settings))).isEqualTo(listed(kind));
  }
}
