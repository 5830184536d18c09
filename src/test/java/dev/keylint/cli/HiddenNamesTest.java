package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may not be shown is not shown either where it is the name of a member, or comes from one.
final class HiddenNamesTest extends SearchFolder {
  private static final String BEGIN = "heron-f";

  /// By scan, with a trace, and by expand.
  private String shown(String bicep, String parameter, String value) throws IOException {
    write("main.bicep", bicep);
    write(
        "main.parameters.json",
        "{\"parameters\": {\"" + parameter + "\": {\"value\": \"${DOCS_ENV}\"}}}");
    String env = "--env=DOCS_ENV=" + value;
    Keylint keylint = Keylint.with("search-local-auth");
    Scanned scan = keylint.run(folder, "scan", "main.bicep", "-o=text", "-o=sarif-full=o", env);
    Scanned expand =
        keylint.run(folder, "expand", "main.bicep", "--parameters", "main.parameters.json", env);
    // It goes by its symbol where not even the name is known.
    assertThat(scan.out()).containsPattern("API keys open '([*]{3}|docs)'");
    return scan.out()
        + scan.err()
        + expand.out()
        + expand.err()
        + Files.readString(folder.resolve("o"));
  }

  private static String service(String name) {
    return """
    resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
      name: NAME
      properties: { disableLocalAuth: false }
    }
    """
        .replace("NAME", name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env",
        "objectKeys(toObject([env], x => x))[0]",
        "objectKeys({ '${env}': 1 })[0]",
        "objectKeys({ x: 1, '${env}': 1 })[0]",
        "objectKeys({ ...{ '${env}': 1 } })[0]",
        "items({ '${env}': 1 })[0].key",
        "items(toObject([env], x => x))[0].key",
        "items(toObject([env], x => x, x => 1))[0].key",
        "items(mapValues({ '${env}': 1 }, v => 2))[0].key",
        "objectKeys(union({ '${env}': 1 }, {}))[0]",
        "objectKeys(union({ '${env}': { a: 1 } }, { '${env}': { b: 1 } }))[0]",
        "objectKeys(groupBy([env], x => x))[0]",
        "items(shallowMerge([toObject([env], x => x)]))[0].key",
        "map(objectKeys(toObject([env], x => x)), x => '${x}')[0]",
        "join(objectKeys(toObject([env], x => x)), '-')",
        "split(join(objectKeys(toObject([env], x => x)), '/'), '/')[0]",
        "objectKeys(json(string({ '${env}': 1 })))[0]",
        "objectKeys(on ? { '${env}': 1 } : { '${env}': 2 })[0]",
        "objectKeys(union({ '${env}': 1 }, on ? { z: 1 } : {}))[0]",
        "last(split(string({ a: '', '${env}': 1 }), ',\"'))",
      })
  void aNameOfAMemberIsNoWayOut(String form) throws IOException {
    String value = "heron-fen-marsh";
    for (String secure : new String[] {"", "@secure()\n"}) {
      String bicep =
          secure + "param env string\nparam on bool\n" + service("take(" + form + ", 7)");
      assertThat(shown(bicep, "env", value).toLowerCase(Locale.ROOT)).doesNotContain(BEGIN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cfg", "{ a: cfg }", "union(cfg, { b: 1 })", "mapValues(cfg, v => 1)", "objectKeys(cfg)",
        "items(cfg)", "cfg.missing", "string(cfg)", "on ? cfg : {}", "{ ...cfg }",
      })
  void namesOfAnObjectThatIsGivenAreNotShown(String form) throws IOException {
    String bicep =
        "param cfg object\nparam on bool\n"
            + service("take(cfg.x, 2)")
            + "output all object = { it: "
            + form
            + " }\n";
    String given = "{\"x\":\"fen\",\"heron-f\":{\"heron-fg\":1},\"marsh\":{}}";
    assertThat(shown(bicep, "cfg", given)).doesNotContain(BEGIN).doesNotContain("marsh");
  }

  /// Settings are written as an object, too.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'${toUpper(env)}': docs.listAdminKeys().primaryKey",
        "'AZURE_SEARCH_${toUpper(env)}_ENDPOINT': 'http://docs.search.windows.net/'",
        "'SEARCH_${env}_API_KEY': '0123456789abcdef0123456789abcdef'",
        "AZURE_SEARCH_ENDPOINT: 'https://docs.search.windows.net',"
            + " AZURE_TENANT_ID: 'x', '${env}_AZURE_CLIENT_SECRET': 'abc'",
      })
  void aNameOfASettingIsNoWayOut(String setting) throws IOException {
    String app =
        """
        resource app 'Microsoft.Web/sites@2024-04-01' = {
          name: 'app'
          identity: { type: 'SystemAssigned' }
        }
        resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
          parent: app
          name: 'appsettings'
          properties: { SETTING }
        }
        """
            .replace("SETTING", setting);
    for (String secure : new String[] {"", "@secure()\n"}) {
      String bicep = secure + "param env string\n" + service("'docs'") + app;
      write("main.bicep", bicep);
      write("main.parameters.json", "{\"parameters\": {\"env\": {\"value\": \"${DOCS_ENV}\"}}}");
      for (String command :
          new String[] {"scan", "scan --output=sarif-full", "access", "fix --diff"}) {
        Scanned run =
            Scanned.command(folder, (command + " --env=DOCS_ENV=heron-fen-marsh").split(" "));
        assertThat((run.out() + run.err()).toLowerCase(Locale.ROOT)).doesNotContain(BEGIN);
      }
    }
  }

  /// What the template says itself, everybody can read.
  @Test
  void otherNamesStay() throws IOException {
    String bicep =
        "param env string\n"
            + service("env")
            + "output all object = { heron: { 'heron-f': 1, '${env}': 2 } }\n";
    assertThat(shown(bicep, "env", "fen")).contains("\"heron-f\": 1", "\"(secure 1)\": 2");
  }
}
