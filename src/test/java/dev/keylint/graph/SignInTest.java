package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which identity a call signs in as.
class SignInTest {
  private static final String ATTACHED =
      "\"userAssignedIdentities\": {\"$createObject\": [\"${one.id}\", {}]}";

  private static String show(Call call) {
    return switch (call.identity()) {
      case EffectiveIdentity.Known(Identity.SystemAssigned own) -> "own of " + name(own);
      case EffectiveIdentity.Known(Identity identity) -> name(identity);
      case EffectiveIdentity.None() -> "none";
      case EffectiveIdentity.Open(var because) -> "open: " + because.reason().print();
    };
  }

  private static String name(Identity identity) {
    return Shown.text(identity.name());
  }

  private static String estate(String type, String identity, String body) {
    return """
    [
    {"as": "one", "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "one"},
    {"as": "two", "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "two"},
    {"as": "app", "type": "TYPE", "name": "app", "identity": {IDENTITY}, BODY}
    ]
    """
        .replace("TYPE", type)
        .replace("IDENTITY", identity)
        .replace("BODY", body);
  }

  private static String site(String identity, String settings) {
    String body =
        """
        "properties": {"siteConfig": {"appSettings": {
          "AZURE_SEARCH_ENDPOINT": "https://s.search.windows.net"%s}}}
        """;
    return estate("Microsoft.Web/sites", identity, body.replace("%s", settings));
  }

  private static String asked(String json) {
    return show(Estates.graph(json).calls().getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "SystemAssigned,               ${one.properties.clientId},   one",
    "UserAssigned,                 ${one.properties.clientId},   one",
    "UserAssigned,                 ${two.properties.clientId},   none",
    "'SystemAssigned,UserAssigned',${two.properties.clientId},   none",
    "'SystemAssigned,UserAssigned','',                           own of app",
    "UserAssigned,                 '',                           none",
    "UserAssigned,                 ${param.c},                   open: MissingParameter(c)",
    "UserAssigned,                 8d1f3c55-5b1c,                open: NotStated(whose client id"
        + " this is)",
  })
  void aClientIdNamesOneOfTheAttached(String type, String client, String identity) {
    String settings = ", \"AZURE_CLIENT_ID\": \"" + client + "\"";
    assertThat(asked(site("\"type\": \"" + type + "\", " + ATTACHED, settings)))
        .isEqualTo(identity);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"type\": \"SystemAssigned\"',                                own of app",
    "'\"type\": \"None\"',                                          none",
    "'\"type\": \"${param.t}\"',                                    open: MissingParameter(t)",
    "'\"type\": \"UserAssigned\", ATTACHED',                        none",
    "'\"type\": \"systemassigned, userassigned\", ATTACHED',        own of app",
    "'\"type\": \"UserAssigned\", \"userAssignedIdentities\": \"${param.i}\"',"
        + " open: MissingParameter(i)",
    "'\"type\": \"SystemAssigned,UserAssigned\", \"userAssignedIdentities\": \"${param.i}\"',"
        + " own of app",
  })
  void withoutOneItIsTheResourcesOwn(String identity, String shown) {
    assertThat(asked(site(identity.replace("ATTACHED", ATTACHED), ""))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "UserAssigned,                 ${one.properties.clientId},  one",
    "UserAssigned,                 ${one.id},                   one",
    "UserAssigned,                 ${two.properties.clientId},  none",
    "UserAssigned,                 ${one.properties.tenantId},  none",
    "'SystemAssigned,UserAssigned',${one.properties.clientId},  open: NotStated(which of its"
        + " identities the caller asks for)",
    "'SystemAssigned,UserAssigned',${two.properties.clientId},  own of app",
  })
  void aSettingMayHoldOneUnderAnyName(String type, String value, String shown) {
    String settings = ", \"MY_APP_IDENTITY\": \"" + value + "\"";
    assertThat(asked(site("\"type\": \"" + type + "\", " + ATTACHED, settings))).isEqualTo(shown);
  }

  @Test
  void settingsThatCannotBeReadMayHoldOne() {
    String known =
        "[{\"name\": \"AZURE_SEARCH_ENDPOINT\", \"value\": \"https://s.search.windows.net\"}]";
    String properties =
        "\"properties\": {\"siteConfig\": {\"appSettings\": {\"$concat\": [" + known + ", %s]}}}";
    String only = "\"type\": \"UserAssigned\", " + ATTACHED;
    String own = "\"type\": \"SystemAssigned\"";
    String unread = properties.replace("%s", "\"${param.more}\"");
    assertThat(asked(estate("Microsoft.Web/sites", only, unread)))
        .isEqualTo("open: MissingParameter(more)");
    assertThat(asked(estate("Microsoft.Web/sites", own, unread))).isEqualTo("own of app");
    assertThat(asked(estate("Microsoft.Web/sites", only, properties.replace("%s", "[]"))))
        .isEqualTo("none");
  }

  @Test
  void aClientSecretGoesBeforeAll() {
    String secret =
        ", \"AZURE_CLIENT_ID\": \"c\", \"AZURE_TENANT_ID\": \"t\", \"AZURE_CLIENT_SECRET\": \"x\"";
    String own = "\"type\": \"SystemAssigned\"";
    assertThat(asked(site(own, secret))).startsWith("open: NotStated(whose client secret");
    assertThat(asked(site(own, secret.replace("TENANT", "OTHER"))))
        .startsWith("open: NotStated(whose client id");
    assertThat(asked(site(own, ", \"AZURE_CLIENT_SECRET\": \"x\""))).isEqualTo("own of app");
  }

  /// Where nothing may be picked, the caller may sign in as itself.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SystemAssigned,UserAssigned | {\"$if\": [\"${param.x}\", ID, ID]}         | one",
        "SystemAssigned,UserAssigned | {\"$if\": [\"\", ID, ID]}                   | one",
        "SystemAssigned,UserAssigned | {\"$coalesce\": [\"\", ID]}                 | one",
        "SystemAssigned,UserAssigned | {\"$if\": [\"${param.x}\", ID, \"\"]}       |"
            + " open: Unsupported(if)",
        "SystemAssigned,UserAssigned | {\"$IF\": [\"${param.x}\", null, ID]}       |"
            + " open: Unsupported(IF)",
        "SystemAssigned,UserAssigned | {\"$if\": [\"${param.x}\", ID, {\"$if\":"
            + " [\"${param.y}\", ID, \"\"]}]} | open: Unsupported(if)",
        "UserAssigned                | {\"$if\": [\"${param.x}\", ID, \"\"]}       | one",
      })
  void aConditionMayPickNoClientId(String type, String client, String shown) {
    String settings =
        ", \"AZURE_CLIENT_ID\": " + client.replace("ID", "\"${one.properties.clientId}\"");
    assertThat(asked(site("\"type\": \"" + type + "\", " + ATTACHED, settings))).isEqualTo(shown);
  }

  @Test
  void whoIsNotHereSignsInAsNobodyKnows() {
    String settings =
        """
        [{"type": "Microsoft.Web/sites/config", "name": "gone/appsettings",
          "properties": {"AZURE_SEARCH_ENDPOINT": "https://s.search.windows.net"}}]
        """;
    assertThat(asked(settings))
        .isEqualTo("open: NotStated(the identity of a resource that is not here)");
    String object =
        """
        [{"type": "Microsoft.Resources/deploymentScripts", "name": "s", "properties": {
          "scriptContent": "{'azureOpenAIParameters': {'resourceUri': 'https://oai.openai.azure.com'}}"}}]
        """;
    assertThat(asked(object)).isEqualTo("open: NotStated(which Search service the object is for)");
  }

  @Test
  void aKeyNeedsNoIdentity() {
    assertThat(asked(site("\"type\": \"SystemAssigned\"", ", \"AZURE_SEARCH_KEY\": \"k\"")))
        .isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                own of app",
    "'\"identity\": \"${one.id}\",',    one",
    "'\"identity\": \"${two.id}\",',    none",
    "'\"identity\": \"SystemAssigned\",', own of app",
  })
  void anActionSaysWhichIdentityItMeans(String named, String shown) {
    String body =
        """
        "properties": {"definition": {"actions": {"ask": {"type": "Http", "inputs": {
          "method": "POST", "uri": "https://s.search.windows.net/indexes",
          "authentication": {"type": "ManagedServiceIdentity", NAMED
            "audience": "https://search.azure.com"}}}}}}
        """
            .replace("NAMED", named);
    String identity = "\"type\": \"SystemAssigned, UserAssigned\", " + ATTACHED;
    assertThat(asked(estate("Microsoft.Logic/workflows", identity, body))).isEqualTo(shown);
  }

  @Test
  void aFactoryNamesItByACredential() {
    String identity = "\"type\": \"SystemAssigned,UserAssigned\", " + ATTACHED;
    String factory = estate("Microsoft.DataFactory/factories", identity, "\"properties\": {}");
    String more =
        """
        , {"type": "Microsoft.DataFactory/factories/credentials", "name": "app/mine",
           "properties": {"type": "ManagedIdentity", "typeProperties": {"resourceId": "${one.id}"}}},
          {"type": "Microsoft.DataFactory/factories/pipelines", "name": "app/ask",
           "properties": {"activities": [{"type": "WebActivity", "typeProperties": {
             "url": "https://s.search.windows.net/indexes",
             "authentication": {"type": "UserAssignedManagedIdentity",
               "resource": "https://search.azure.com",
               "credential": {"referenceName": "NAME", "type": "CredentialReference"}}}}]}}]
        """;
    String json = factory.strip().replaceAll("]$", "") + more;
    assertThat(asked(json.replace("NAME", "mine"))).isEqualTo("one");
    assertThat(asked(json.replace("NAME", "Mine"))).isEqualTo("one");
    assertThat(asked(json.replace("NAME", "other"))).startsWith("open: NotStated(the identity of");
  }

  @Test
  void aProjectIsTheOneThatUsesConnections() {
    String json =
        """
        [
        {"type": "Microsoft.CognitiveServices/accounts", "name": "acct", "kind": "AIServices",
         "identity": {"type": "SystemAssigned"}},
        {"type": "Microsoft.CognitiveServices/accounts/projects", "name": "acct/proj",
         "identity": {"type": "SystemAssigned"}},
        {"type": "Microsoft.CognitiveServices/accounts/WHERE", "name": "NAME",
         "properties": {"category": "CognitiveSearch", "authType": "AAD",
           "target": "https://s.search.windows.net"}}
        ]
        """;
    String project = json.replace("WHERE", "projects/connections").replace("NAME", "acct/proj/c");
    String account = json.replace("WHERE", "connections").replace("NAME", "acct/c");
    assertThat(asked(project)).isEqualTo("own of acct/proj");
    assertThat(asked(account)).isEqualTo("own of acct/proj");
    String another =
        account.replaceFirst(
            "\\[",
            "[{\"type\":"
                + " \"Microsoft.CognitiveServices/accounts/projects\", \"name\": \"acct/next\"},");
    assertThat(asked(another)).startsWith("open: NotStated(which project");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\": \"None\"                                   | none",
        "\"type\": \"UserAssigned\", ATTACHED                 | open: NotStated(which identity the"
            + " project signs in as)",
        "\"type\": \"SystemAssigned, UserAssigned\", ATTACHED | own of app",
      })
  void aProjectMayHaveIdentitiesOfOthers(String identity, String shown) {
    String project =
        estate(
            "Microsoft.CognitiveServices/accounts/projects",
            identity.replace("ATTACHED", ATTACHED),
            "\"properties\": {}");
    String connection =
        """
        , {"type": "Microsoft.CognitiveServices/accounts/projects/connections", "name": "acct/app/c",
           "properties": {"category": "CognitiveSearch", "authType": "AAD",
             "target": "https://s.search.windows.net"}}]
        """;
    String json = project.replace("\"name\": \"app\"", "\"name\": \"acct/app\"");
    assertThat(asked(json.strip().replaceAll("]$", "") + connection))
        .isEqualTo(shown.replace("of app", "of acct/app"));
  }
}
