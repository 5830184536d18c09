package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Change;
import dev.keylint.finding.Spot;
import dev.keylint.value.NormalForm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the edit of a fix changes in a template, and how that is called.
final class FixChangesTest {
  private static final String SEARCH =
      """
      param keysOff bool = false
      param tier string
      resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'srch'
        sku: { name: 'basic' }
        tags: null
        properties: {
          disableLocalAuth: keysOff
          hostingMode: 'default'
          publicNetworkAccess: tier
          partitionCount: 1
          networkRuleSet: { bypass: null }
          custom: { list: [ 1 ], ratio: json('1.5') }
        }
      }
      """;

  private static final String ACCOUNT =
      """
      resource oai 'Microsoft.CognitiveServices/accounts@2017-04-18' = {
        name: 'oai'
        kind: 'OpenAI'
        properties: { disableLocalAuth: true }
      }
      """;

  @TempDir private Path folder;

  /// The fix that gives a property of a Search service the value `x`.
  private Offered set(String path, String bicep) {
    String fix = "set: {resource." + path + ": x}";
    return Offered.by(folder, "resource: Microsoft.Search/searchServices", fix, bicep);
  }

  private void offers(String match, String fix, String bicep, String title, String changes) {
    Offered offered = Offered.by(folder, match, fix, bicep);
    assertThat(offered.title() + " | " + offered.changes()).isEqualTo(title + " | " + changes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sku.name: standard | set `sku.name` of 'srch' to `standard` | 'basic' := standard
          properties.hostingMode: null | set `properties.hostingMode` of 'srch' to `null` | 'default' := null()
          properties.partitionCount: 3 | set `properties.partitionCount` of 'srch' to `3` | 1 := 3
          properties.partitionCount: 1.5 | set `properties.partitionCount` of 'srch' to `1.5` | 1 := json('1.5')
          properties.partitionCount: {a: [1, true]} | set `properties.partitionCount` of 'srch' to `{a: [1, true]}` | 1 := createObject('a', createArray(1, true()))
          properties.disableLocalAuth: true | set `properties.disableLocalAuth` of 'srch' to `true` | false := true()
          properties.publicNetworkAccess: Enabled | set `properties.publicNetworkAccess` of 'srch' to `Enabled` | none: its value is not known before it is deployed
          properties.authOptions.apiKeyOnly: {} | set `properties.authOptions.apiKeyOnly` of 'srch' to `{}` | authOptions.apiKeyOnly in {} := createObject()
          properties.networkRuleSet.bypass: None | set `properties.networkRuleSet.bypass` of 'srch' to `None` | null := None
          properties.networkRuleSet.ipRules.first: x | set `properties.networkRuleSet.ipRules.first` of 'srch' to `x` | ipRules.first in {} := x
          properties.networkRuleSet.bypass.deep: x | set `properties.networkRuleSet.bypass.deep` of 'srch' to `x` | deep in null := x
          tags.owner: me | set `tags.owner` of 'srch' to `me` | tags.owner in srch := me
          identity: {type: SystemAssigned} | set `identity` of 'srch' to `{type: SystemAssigned}` | identity in srch := createObject('type', 'SystemAssigned')
          apiVersion: 2026-01-01 | set `apiVersion` of 'srch' to `2026-01-01` | version of srch := 2026-01-01
          properties.custom.name: '{resource.name}-x' | set `properties.custom.name` of 'srch' to `srch-x` | name in {} := srch-x
          sku.name: '{resource.name}-x' | set `sku.name` of 'srch' to `srch-x` | 'basic' := srch-x
          sku.name: '{resource.properties.publicNetworkAccess}' | set `sku.name` of 'srch' to `…` | none: what it has to be is not known
          sku.name: '{resource.name.replace(resource.name, "")}' | set `sku.name` of 'srch' to `` | none: what it has to be is not known
          """)
  void aPropertyIsSet(String set, String title, String changes) {
    String fix = "set: {resource." + set + "}";
    offers("resource: Microsoft.Search/searchServices", fix, SEARCH, title, changes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          default: {resource.properties.disableLocalAuth: true} | make `true` the default of parameter `keysOff`, which sets `properties.disableLocalAuth` of 'srch' | param keysOff bool = false defaults to true()
          default: {resource.properties.hostingMode: x} | make `x` the default of the parameter for `properties.hostingMode` of 'srch' | none: it comes from no parameter that has a plain value as default
          replace: [{at: resource.sku.name, from: bas, to: mus}] | replace `bas` by `mus` in `sku.name` of 'srch' | 'basic' with mus for bas
          replace: [{at: resource.sku.name, from: '', to: mus}] | replace `` by `mus` in `sku.name` of 'srch' | none: what it has to be is not known
          replace: [{at: resource.sku.name, from: x, to: '{resource.properties.publicNetworkAccess}'}] | replace `x` by `…` in `sku.name` of 'srch' | none: what it has to be is not known
          replace: [{at: resource.sku.size, from: x, to: y}] | replace `x` by `y` in `sku.size` of 'srch' | none: nothing is written there
          remove: [resource.sku.name] | remove `sku.name` of 'srch' | remove name: 'basic'
          remove: [resource.properties.disableLocalAuth] | remove `properties.disableLocalAuth` of 'srch' | remove disableLocalAuth: keysOff
          remove: [resource.tags] | remove `tags` of 'srch' | none: what should go is not written
          remove: [resource.tags.owner] | remove `tags.owner` of 'srch' | none: what should go is not written
          remove: [resource.properties.networkRuleSet.bypass.deep] | remove `properties.networkRuleSet.bypass.deep` of 'srch' | none: what should go is not written
          remove: [resource.sku.size] | remove `sku.size` of 'srch' | none: what should go is not written
          remove: [resource.sku.size, resource.sku.name] | remove `sku.name` of 'srch' | remove name: 'basic'
          remove: [resource.sku.name, resource.sku.name] | remove `sku.name` of 'srch' | remove name: 'basic'
          logs: [resource.id] | add a diagnostic setting that sends the logs of 'srch' to the workspace of the file | logs of srch
          secure: [resource.sku.name] | make `sku.name` of 'srch' secure | secure name: 'basic'
          """)
  void aPropertyIsChangedOtherwise(String fix, String title, String changes) {
    offers("resource: Microsoft.Search/searchServices", fix, SEARCH, title, changes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          set: {resource.properties.disableLocalAuth: true} | set `properties.disableLocalAuth` of 'oai' to `true` | disableLocalAuth in {} := true(); version of oai := 2025-06-01
          set: {resource.properties.customSubDomainName: x} | set `properties.customSubDomainName` of 'oai' to `x` | customSubDomainName in {} := x
          set: {resource.sku.name: x} | set `sku.name` of 'oai' to `x` | sku.name in oai := x
          remove: [resource.properties.disableLocalAuth] | remove `properties.disableLocalAuth` of 'oai' | remove disableLocalAuth: true
          """)
  void whatAnApiVersionLacksNeedsANewerOne(String fix, String title, String changes) {
    offers("resource: Microsoft.CognitiveServices/accounts", fix, ACCOUNT, title, changes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          zones: [{at: resource.properties.privateDnsZoneConfigs, names: a.net b.net}] | [] | add `a.net`, `b.net` to `properties.privateDnsZoneConfigs` of 'pe/default' | [a.net, b.net] into []
          zones: [{at: resource.properties.privateDnsZoneConfigs, names: ''}] | [] | add `` to `properties.privateDnsZoneConfigs` of 'pe/default' | none: what it has to be is not known
          zones: [{at: resource.properties.privateDnsZoneConfigs, names: a.net}] | null | add `a.net` to `properties.privateDnsZoneConfigs` of 'pe/default' | [a.net] into null
          zones: [{at: resource.properties.other, names: a.net}] | null | add `a.net` to `properties.other` of 'pe/default' | none: it has no configurations yet
          """)
  void zonesComeIntoAGroup(String fix, String configurations, String title, String changes) {
    String bicep =
        """
        resource group 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
          name: 'pe/default'
          properties: { privateDnsZoneConfigs: CONFIGURATIONS }
        }
        """
            .replace("CONFIGURATIONS", configurations);
    offers(
        "resource: Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
        fix,
        bicep,
        title,
        changes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          set: {resource.sku.name: x} | set `sku.name` of 'it' to `x` | 'small' := x
          set: {resource.kind: x} | set `kind` of 'it' to `x` | 'a-${kind}' := x
          set: {resource.tags.owner: x} | set `tags.owner` of 'it' to `x` | tags.owner in it := x
          default: {resource.sku.name: x} | make `x` the default of the parameter for `sku.name` of 'it' | none: it comes from no parameter that has a plain value as default
          remove: [resource.sku.name] | remove `sku.name` of 'it' | remove name: size
          """)
  void aPropertyThatAModuleGetsIsChangedInTheCall(String fix, String title, String changes) {
    new Judged(folder)
        .with(
            "mod.bicep",
            """
            param size string = 'small'
            param kind string
            resource it 'Microsoft.Search/searchServices@2025-05-01' = {
              name: 'it'
              sku: { name: size }
              kind: 'a-${kind}'
            }
            """);
    offers(
        "resource: Microsoft.Search/searchServices",
        fix,
        "module m 'mod.bicep' = { name: 'm', params: { kind: 'b' } }\n",
        title,
        changes);
  }

  /// `properties`, which rules always see, need not be written.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          properties.hostingMode | properties.hostingMode in srch := x
          properties.a.b         | properties.a.b in srch := x
          sku.name               | sku.name in srch := x
          """)
  void whatIsMissingComesIntoTheResource(String path, String changes) {
    String bare = "resource srch 'Microsoft.Search/searchServices@2025-05-01' = { name: 'srch' }\n";
    assertThat(set(path, bare).changes()).isEqualTo(changes);
  }

  private static final String VARIABLES =
      "{name: parts, expression: '[resource.sku]'},"
          + " {name: nothing, expression: '[resource.sku].filter(s, false)'},"
          + " {name: open, expression: resource.properties.publicNetworkAccess},"
          + " {name: word, expression: \"'x'\"},"
          + " {name: perhaps, expression: 'resource.sku.?name'}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          set: {"variables.parts[0].name": x} | 'basic' := x
          set: {"variables.nothing[0].name": x} | none: what it is about is not known
          set: {variables.open: x} | none: its value is not known before it is deployed
          set: {variables.word: x} | none: nothing says where it is written
          set: {variables.perhaps: x} | 'basic' := x
          remove: ["variables.parts[0].name"] | remove name: 'basic'
          remove: ["variables.nothing[0].name"] | none: what it is about is not known
          remove: [variables.word] | none: what should go is not written
          """)
  void aVariableLeadsToWhatIsChanged(String fix, String changes) {
    Offered offered =
        Offered.by(folder, "resource: Microsoft.Search/searchServices", VARIABLES, fix, SEARCH);
    assertThat(offered.changes()).isEqualTo(changes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "resource.tags['a-b']" | set `tags.a-b` of 'srch' to `x` | tags.a-b in srch := x
          "resource.properties['hostingMode']" | set `properties.hostingMode` of 'srch' to `x` | 'default' := x
          """)
  void aNameInBracketsIsOne(String path, String title, String changes) {
    offers(
        "resource: Microsoft.Search/searchServices",
        "set: {" + path + ": x}",
        SEARCH,
        title,
        changes);
  }

  private static Spot.Written written(Offered offered) {
    return (Spot.Written) ((Change.Write) offered.fix().changes().getFirst()).spot();
  }

  @ParameterizedTest
  @CsvSource({
    "sku.name, basic",
    "properties.partitionCount, 1",
    "properties.disableLocalAuth, false()",
    "properties.networkRuleSet.bypass, null()",
    "properties.networkRuleSet, -",
    "properties.custom.list, -",
    "properties.custom.ratio, -",
  })
  void whatStoodThereIsKeptWhereItHasNoParts(String path, String old) {
    assertThat(written(set(path, SEARCH)).old().map(NormalForm::plain).orElse("-")).isEqualTo(old);
  }

  /// A text that does not stand as it is where it was written may be made of the arguments.
  @ParameterizedTest
  @CsvSource({"kind, 1", "sku.name, 1", "tags.size, 0", "location, 0"})
  void theCallsThatMayMakeATextAreKept(String path, int calls) {
    new Judged(folder)
        .with(
            "mod.bicep",
            """
            param size string = 'SMALL'
            param kind string
            resource it 'Microsoft.Search/searchServices@2025-05-01' = {
              name: 'it'
              location: toLower('HERE')
              tags: { size: size }
              sku: { name: toLower(size) }
              kind: 'a-${kind}'
            }
            """);
    String call = "module m 'mod.bicep' = { name: 'm', params: { kind: 'b' } }\n";
    assertThat(written(set(path, call)).calls()).hasSize(calls);
  }

  /// Of a child the name may be written in parts, and a version may lack the property.
  @Test
  void theNameOfTheResourceItself() {
    String fix = "set: {resource.properties.disableLocalAuth: '{resource.name}'}";
    String service =
        """
        param n string
        resource docs 'Microsoft.Search/searchServices@2019-10-01' = {
          name: 'docs-${n}'
          properties: {}
        }
        """;
    assertThat(
            Offered.by(folder, "resource: Microsoft.Search/searchServices", fix, service).changes())
        .isEqualTo("disableLocalAuth in {} := name of docs; version of docs := 2025-05-01");
    String child =
        """
        resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'ai'
          resource project 'projects' = {
            name: 'one'
            properties: {}
          }
        }
        """;
    String of = "resource: Microsoft.CognitiveServices/accounts/projects";
    String named = "set: {resource.properties.displayName: '{resource.name}'}";
    assertThat(Offered.by(folder, of, named, child).changes())
        .endsWith(":= ai/one")
        .doesNotContain("name of");
  }

  private static final String STANDARD =
      """
      param first bool = FIRST
      var second = first
      resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'srch'
        properties: { disableLocalAuth: second }
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "false | param first bool = false defaults to true()",
        "true | none: it comes from no parameter that has a plain value as default",
      })
  void aDefaultIsChangedIfItIsAnother(String standard, String changes) {
    String fix = "default: {resource.properties.disableLocalAuth: true}";
    String bicep = STANDARD.replace("FIRST", standard);
    assertThat(
            Offered.by(folder, "resource: Microsoft.Search/searchServices", fix, bicep).changes())
        .isEqualTo(changes);
  }

  /// What a text is made of is changed there, too.
  @ParameterizedTest
  @CsvSource({"-basic, 1", "-sku, 0"})
  void theCallsThatMayMakeAPartOfATextAreKept(String from, int calls) {
    new Judged(folder)
        .with(
            "mod.bicep",
            """
            param kind string
            resource it 'Microsoft.Search/searchServices@2025-05-01' = {
              name: 'it'
              sku: { name: '${kind}-sku' }
            }
            """);
    String fix = "replace: [{at: resource.sku.name, from: %s, to: x}]".formatted(from);
    String call = "module m 'mod.bicep' = { name: 'm', params: { kind: 'a-basic' } }\n";
    Offered offered = Offered.by(folder, "resource: Microsoft.Search/searchServices", fix, call);
    var exchange = (Change.Exchange) offered.fix().changes().getFirst();
    assertThat(exchange.spot().calls()).hasSize(calls);
  }
}
