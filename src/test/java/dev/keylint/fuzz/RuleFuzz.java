package dev.keylint.fuzz;

import dev.keylint.check.Engine;
import dev.keylint.compile.RuleBook;
import dev.keylint.compile.RuleCompiler;
import dev.keylint.resource.Estate;
import dev.keylint.rule.RuleFolder;
import dev.keylint.text.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A `rule.yaml` of a user: its YAML, its fields, its expressions in CEL, and what they come to.
public final class RuleFuzz {
  private static final String TEMPLATE =
      """
      param open string
      param off bool
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'docs'
        tags: { stage: open }
        properties: { disableLocalAuth: off, authOptions: null, replicaCount: 2 }
      }
      resource app 'Microsoft.Web/sites@2023-12-01' = {
        name: 'app-${open}'
        identity: { type: 'SystemAssigned' }
        properties: { siteConfig: { appSettings: [
          { name: 'ENDPOINT', value: 'https://docs.search.windows.net' }
          { name: 'AI', value: 'https://ai.openai.azure.com' }
          { name: 'KEY', value: docs.listAdminKeys().primaryKey }
        ] } }
      }
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('x')
        scope: docs
        properties: {
          principalId: app.identity.principalId
          principalType: 'ServicePrincipal'
          roleDefinitionId: subscriptionResourceId(
            'Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
        }
      }
      module missing 'br/public:avm/res/search/search-service:0.11.1' = { params: { name: open } }
      output key string = docs.listAdminKeys().primaryKey
      """;

  private static final List<Estate> ESTATES =
      FuzzedFolder.with(Map.of()).read("main.bicep", TEMPLATE.getBytes(StandardCharsets.UTF_8));

  private RuleFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Source rule = Source.of("rule.yaml", new String(input, StandardCharsets.UTF_8));
    RuleFolder folder = RuleFolder.of("a-rule", rule);
    RuleBook book = RuleCompiler.compile(List.of(folder), Set.of());
    Places.check(book.diagnostics());
    Engine engine = new Engine(book.rules());
    ESTATES.forEach(engine::judge);
  }
}
