package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What one deployment writes twice is one resource: the last write is judged.
final class TwiceWrittenTest {
  private static final String RULE = "openai-local-auth";
  private static final Keylint KEYLINT = Keylint.with(RULE);

  @TempDir private Path folder;

  private static String account(String symbol, String start, String properties, String rest) {
    return """
    resource %s 'Microsoft.CognitiveServices/accounts@2025-06-01' = %s{
      name: 'ai-twice'
      location: 'westeurope'
      kind: 'OpenAI'
      properties: {
        %s
      }
      %s
    }
    """
        .formatted(symbol, start, properties, rest);
  }

  private static final String KEYS = "disableLocalAuth: false";
  private static final String NO_KEYS = "disableLocalAuth: true";

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Scanned scan(String main) throws IOException {
    write("main.bicep", main);
    return KEYLINT.scan(folder);
  }

  @Test
  void theWriteThatWaitsForTheOtherIsTheLast() throws IOException {
    String first = account("first", "", KEYS, "");
    String last = account("last", "", NO_KEYS, "dependsOn: [ first ]");
    Scanned scan = scan(first + last);
    assertThat(scan.verdicts()).noneMatch(verdict -> !verdict.kind().equals("pass"));
    String before = account("last", "", NO_KEYS, "");
    String after = account("first", "", KEYS, "dependsOn: [ last ]");
    Scanned other = scan(before + after);
    assertThat(other.places(RULE, "fail")).containsExactly("main.bicep:15");
    assertThat(other.out()).contains("main.bicep:1:1").contains("overwritten");
  }

  @Test
  void aWriteOnlyWhereThereIsNoneOverwritesNothing() throws IOException {
    String once = "@onlyIfNotExists()\n" + account("once", "", NO_KEYS, "dependsOn: [ plain ]");
    Scanned open = scan(account("plain", "", KEYS, "") + once);
    assertThat(open.places(RULE, "fail")).containsExactly("main.bicep:6");
    String before = "@onlyIfNotExists()\n" + account("once", "", KEYS, "");
    Scanned closed = scan(before + account("plain", "", NO_KEYS, "dependsOn: [ once ]"));
    assertThat(closed.verdicts()).allMatch(verdict -> verdict.kind().equals("pass"));
    String later = "@onlyIfNotExists()\n" + account("later", "", NO_KEYS, "dependsOn: [ once ]");
    assertThat(scan(before + later).places(RULE, "fail")).containsExactly("main.bicep:7");
  }

  @Test
  void theSameInJson() throws IOException {
    String account =
        "{'type': 'Microsoft.CognitiveServices/accounts', 'apiVersion': '2025-06-01',"
            + " 'name': 'ai', 'kind': 'OpenAI', 'properties': {'disableLocalAuth': KEYLESS} MORE}";
    write(
        "main.json",
        ("{'$schema':"
             + " 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',"
             + " 'languageVersion': '2.0', 'contentVersion': '1.0.0.0', 'resources': {\n"
             + "'a': "
                + account.replace("KEYLESS", "false").replace("MORE", "")
                + ",\n'b': "
                + account
                    .replace("KEYLESS", "true")
                    .replace("MORE", ", '@options': {'onlyIfNotExists': []}, 'dependsOn': ['a']")
                + "}}")
            .replace('\'', '"'));
    assertThat(KEYLINT.scan(folder).places(RULE, "fail")).containsExactly("main.json:2");
  }

  /// The first may be the last of all, whatever the order of the others.
  @Test
  void aWriteThatNobodyWaitsForMayBeTheLastOfThree() throws IOException {
    for (boolean bad : new boolean[] {true, false}) {
      String any = account("any", "", bad ? KEYS : NO_KEYS, "");
      String two = account("two", "", bad ? NO_KEYS : KEYS, "");
      String three = account("three", "", bad ? NO_KEYS : KEYS, "dependsOn: [ two ]");
      assertThat(scan(any + two + three).places(RULE, "open")).hasSize(1);
    }
  }

  @Test
  void ofACircleNeitherIsTheLast() throws IOException {
    Scanned scan =
        scan(
            account("one", "", KEYS, "dependsOn: [ two ]")
                + account("two", "", NO_KEYS, "dependsOn: [ one ]"));
    assertThat(scan.places(RULE, "open")).hasSize(1);
  }

  @Test
  void aModuleThatTakesTheFirstWritesNameComesAfterIt() throws IOException {
    write(
        "second.bicep",
        "param name string\n" + account("last", "", NO_KEYS, "").replace("'ai-twice'", "name"));
    Scanned scan =
        scan(
            account("first", "", KEYS, "")
                + "module second 'second.bicep' = { params: { name: first.name } }\n");
    assertThat(scan.places(RULE, "fail")).isEmpty();
    assertThat(scan.places(RULE, "open")).isEmpty();
  }

  @Test
  void aModuleThatIsCalledLaterWritesLater() throws IOException {
    write("one.bicep", account("it", "", KEYS, "") + "output done string = it.id\n");
    write(
        "two.bicep", "param after string\n" + account("it", "", NO_KEYS, "tags: { after: after }"));
    String modules =
        """
        module one 'one.bicep' = {}
        module two 'two.bicep' = { params: { after: one.outputs.done } }
        """;
    assertThat(scan(modules).places(RULE, "fail")).isEmpty();
    assertThat(scan(modules).places(RULE, "open")).isEmpty();
  }

  @Test
  void withoutAnOrderWhatDiffersIsOpen() throws IOException {
    Scanned scan = scan(account("one", "", KEYS, "") + account("two", "", NO_KEYS, ""));
    assertThat(scan.places(RULE, "fail")).isEmpty();
    assertThat(scan.places(RULE, "open")).hasSize(1);
    assertThat(scan.out()).contains("written twice");
    Scanned same = scan(account("one", "", KEYS, "") + account("two", "", KEYS, ""));
    assertThat(same.places(RULE, "fail")).hasSize(1);
  }

  @Test
  void aPropertyThatOnlyTheFirstWriteSetsIsOpen() throws IOException {
    Scanned scan =
        scan(
            account("first", "", NO_KEYS, "")
                + account("last", "", "publicNetworkAccess: 'Disabled'", "dependsOn: [ first ]"));
    assertThat(scan.places(RULE, "fail")).isEmpty();
    assertThat(scan.places(RULE, "open")).hasSize(1);
  }

  @Test
  void namesThatAreNotKnownForAFaultAreNotTheSame() throws IOException {
    String one = account("one", "", KEYS, "").replace("name: 'ai-twice'", "name: fail('no')");
    String two = account("two", "", NO_KEYS, "").replace("name: 'ai-twice'", "name: fail('no')");
    assertThat(scan(one + two).places(RULE, "fail")).containsExactly("main.bicep:6");
  }

  @Test
  void alternativesAreTwoResources() throws IOException {
    Scanned scan =
        scan(
            "param open bool\n"
                + account("one", "if (open) ", KEYS, "")
                + account("two", "if (!open) ", NO_KEYS, ""));
    assertThat(scan.places(RULE, "fail")).containsExactly("main.bicep:7");
  }

  @Test
  void aLaterWriteUnderAConditionLeavesItOpen() throws IOException {
    Scanned scan =
        scan(
            "param close bool\n"
                + account("first", "", KEYS, "")
                + account("last", "if (close) ", NO_KEYS, "dependsOn: [ first ]"));
    assertThat(scan.places(RULE, "fail")).isEmpty();
    assertThat(scan.places(RULE, "open")).hasSize(1);
  }

  private static String storage(String symbol, String start, String rest) {
    return """
    resource %s 'Microsoft.Storage/storageAccounts@2023-05-01' = %s{
      name: 'between'
      %s
    }
    """
        .formatted(symbol, start, rest);
  }

  /// Azure forgets what waits for a resource that it does not deploy, so the order is lost.
  @ParameterizedTest
  @ValueSource(strings = {"param there bool = false", "param there bool"})
  void whatWaitsThroughASkippedResourceHasNoOrder(String parameter) throws IOException {
    String between = storage("between", "if (there) ", "dependsOn: [ first ]");
    Scanned scan =
        scan(
            parameter
                + "\n"
                + account("first", "", KEYS, "")
                + between
                + account("last", "", NO_KEYS, "dependsOn: [ between ]"));
    assertThat(scan.places(RULE, "open")).hasSize(1);
    Scanned alike =
        scan(
            parameter
                + "\n"
                + account("first", "if (there) ", KEYS, "")
                + between
                + account("last", "if (there) ", NO_KEYS, "dependsOn: [ between ]"));
    assertThat(alike.places(RULE, "open")).isEmpty();
    assertThat(alike.places(RULE, "fail")).isEmpty();
  }

  @Test
  void whatWaitsThroughAResourceThatIsDeployedHasAnOrder() throws IOException {
    Scanned scan =
        scan(
            account("first", "", KEYS, "")
                + storage("between", "if (true) ", "dependsOn: [ first ]")
                + account("last", "", NO_KEYS, "dependsOn: [ between ]"));
    assertThat(scan.verdicts()).noneMatch(verdict -> !verdict.kind().equals("pass"));
  }

  private static String turns(String batch) {
    String loop =
        account("each", "[for keyless in [false, true]: ", "disableLocalAuth: keyless", "");
    return batch + "\n" + loop.strip() + "]\n";
  }

  @Test
  void turnsThatComeOneAfterTheOtherHaveAnOrder() throws IOException {
    assertThat(scan(turns("@batchSize(1)")).verdicts())
        .noneMatch(verdict -> !verdict.kind().equals("pass"));
    assertThat(scan(turns("@batchSize(2)")).places(RULE, "open")).hasSize(1);
    assertThat(scan(turns("")).places(RULE, "open")).hasSize(1);
  }

  @Test
  void soHaveTheTurnsOfAModule() throws IOException {
    write("each.bicep", "param keys bool\n" + account("it", "", "disableLocalAuth: !keys", ""));
    String module =
        """
        %s
        module each 'each.bicep' = [for keys in [false, true]: {
          name: 'each-${keys}'
          params: { keys: keys }
        }]
        """;
    Scanned serial = scan(module.formatted("@sys.batchSize(1)"));
    assertThat(serial.places(RULE, "fail")).hasSize(1);
    assertThat(serial.out()).contains("another turn writes it before");
    assertThat(scan(module.formatted("")).places(RULE, "open")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"mode\": \"serial\"", "\"mode\": \"Serial\", \"batchSize\": 1"})
  void soHaveThoseOfArm(String mode) throws IOException {
    String loop = "\"copy\": {\"name\": \"each\", \"count\": 2, %s}, \"type\"".formatted(mode);
    write(
        "azuredeploy.json",
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "parameters": {"name": {"type": "string"}},
          "resources": [%s]
        }
        """
            .formatted(
                armAccount(false)
                    .replaceFirst("\"type\"", loop)
                    .replace("false", "\"[equals(copyIndex(), 1)]\"")));
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.places(RULE, "open")).isEmpty();
    assertThat(scan.places(RULE, "fail")).isEmpty();
  }

  /// More than are put in order, and more than a deployment may have.
  @ParameterizedTest
  @ValueSource(ints = {40, 2_600})
  void manyWritesAreOneVerdict(int count) throws IOException {
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String before = i == 0 ? "" : "dependsOn: [ w%d ]".formatted(i - 1);
      chain.append(account("w" + i, "", KEYS, before));
    }
    assertThat(scan(chain.toString()).places(RULE, "fail")).hasSize(1);
    String mixed = account("good", "", NO_KEYS, "") + chain;
    Scanned scan = scan(mixed);
    assertThat(scan.places(RULE, "fail")).isEmpty();
    assertThat(scan.places(RULE, "open")).hasSize(1);
    assertThat(scan.out()).contains("so many writes are not followed");
  }

  @Test
  void theWordsSayWhatIsMissing() throws IOException {
    Scanned order = scan(account("one", "", KEYS, "") + account("two", "", NO_KEYS, ""));
    assertThat(order.out()).contains("which write is the last").contains("main.bicep:1:1");
    Scanned kept =
        scan(
            account("first", "", NO_KEYS, "")
                + account("last", "", "publicNetworkAccess: 'Disabled'", "dependsOn: [ first ]"));
    assertThat(kept.outWords())
        .contains("whether Azure keeps the `disableLocalAuth` of an earlier write")
        .contains("set `disableLocalAuth` in the last write", "-> main.bicep:6:23");
    assertThat(kept.places(RULE, "open")).containsExactly("main.bicep:10");
  }

  @Test
  void alternativesSayWhenTheyAreMeant() throws IOException {
    Scanned scan =
        scan(
            "param open bool\n"
                + account("one", "if (open) ", KEYS, "")
                + account("two", "if (!open) ", KEYS, ""));
    assertThat(scan.places(RULE, "fail")).hasSize(2);
    assertThat(scan.out())
        .containsSubsequence(
            "only if this holds", "otherwise it is written here", "only if this holds");
  }

  @Test
  void whatComesAfterAllAlternativesOverwritesThem() throws IOException {
    Scanned scan =
        scan(
            "param open bool\n"
                + account("one", "if (open) ", KEYS, "")
                + account("two", "if (!open) ", KEYS, "")
                + account("last", "", NO_KEYS, "dependsOn: [ one, two ]"));
    assertThat(scan.verdicts()).noneMatch(verdict -> !verdict.kind().equals("pass"));
  }

  @Test
  void twoCallsOfOneModuleAreToldApart() throws IOException {
    write("one.bicep", account("it", "", KEYS, ""));
    Scanned scan =
        scan(
            """
            module a 'one.bicep' = { name: 'a' }
            module b 'one.bicep' = { name: 'b', dependsOn: [ a ] }
            """);
    assertThat(scan.places(RULE, "fail")).hasSize(1);
    assertThat(scan.out()).containsSubsequence("module a", "written before, and overwritten");
    assertThat(scan.out().split("one.bicep:1:1", -1)).hasSize(1);
  }

  private static String armAccount(boolean keyless) {
    return """
    {
      "type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2025-06-01",
      "name": "[parameters('name')]", "kind": "OpenAI", "location": "westeurope",
      "properties": {"disableLocalAuth": %s}
    }
    """
        .formatted(keyless);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[resourceId('Microsoft.CognitiveServices/accounts', parameters('name'))]",
        "[parameters('name')]",
        "[concat('Microsoft.CognitiveServices/accounts/', parameters('name'))]"
      })
  void theSameInArm(String before) throws IOException {
    write(
        "azuredeploy.json",
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "parameters": {"name": {"type": "string"}},
          "resources": [%s, {
            "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "close",
            "dependsOn": ["%s"],
            "properties": {
              "mode": "Incremental",
              "template": {
                "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                "contentVersion": "1.0.0.0",
                "resources": [%s]
              }
            }
          }]
        }
        """
            .formatted(armAccount(false), before, armAccount(true)));
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.places(RULE, "fail")).isEmpty();
    assertThat(scan.places(RULE, "open")).isEmpty();
  }
}
