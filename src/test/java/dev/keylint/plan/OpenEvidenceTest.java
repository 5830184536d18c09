package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether the principal of an assignment comes from an item that no list has.
final class OpenEvidenceTest {
  private static final String WORLD =
      """
      param all array = []
      param some array = [{ principalId: 'x' }]
      param none array
      param nothing array?= null
      param single object = {}
      param who string
      param maybe string?
      @allowed(['x', 'y'])
      param chosenOne string
      param written string = 'x'
      var given = all
      var made = [for each in all: union(each, { role: 'x' })]
      var filled = [for each in some: union(each, { role: 'x' })]
      var changed = [for each in all: union(each, { PrincipalID: 'x' })]
      var spread = [for each in all: union(each, { ...single })]
      var mixed = [for each in all: union(each, single)]
      param chosen object = written == 'x' ? { other: [] } : {}
      param full object = written == 'x' ? { list: some } : {}
      var named = [for each in all: union(each, { principalId: single[?each.who] ?? 'x' })]
      var thrice = [for each in all: union(each, { role: 'x' }, { role: 'y' })]
      """;
  private static final String GRANT =
      """
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (one, i) in OVER: {
        name: guid('a', string(i))
        properties: PROPERTIES
      }]
      """;
  private static final String ARM =
      """
      {"$schema": "https://schema/2019-04-01/deploymentTemplate.json#",
       "parameters": {
         "all": {"type": "array", "defaultValue": DEFAULT},
         "key": {"type": "string", "defaultValue": "k"},
         "single": {"type": "object", "defaultValue": {}}},
       "resources": [{"type": "Microsoft.Authorization/roleAssignments",
         "apiVersion": "2022-04-01", "name": "a",
         "copy": {"name": "c", "count": "[length(parameters('all'))]"},
         "properties": {"principalId": "[PRINCIPAL]"}}]}
      """;

  private static final List<String> PRINCIPAL = List.of("principalId", "principalType");

  @TempDir Path folder;

  private static String grant(String over, String properties) {
    return GRANT.replace("OVER", over).replace("PROPERTIES", properties);
  }

  private Template template(String name, String text) {
    return new Project(folder).with(name, text).template(name);
  }

  private static Way way(Template template) {
    return new Way(List.of(new Way.Step(template, template.resources().getLast())));
  }

  private static boolean is(Template template) {
    return OpenEvidence.is(way(template), PRINCIPAL, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "all                        | true",
        "none                       | true",
        "nothing                    | true",
        "given                      | true",
        "some                       | false",
        "[]                         | false",
        "all ?? []                  | true",
        "some ?? []                 | false",
        "filter(all, it => it.on)   | true",
        "filter(some, it => it.on)  | false",
        "concat(all, some)          | false",
        "made                       | true",
        "filter(made, it => it.on)  | true",
        "filled                     | false",
        "changed                    | false",
        "spread                     | false",
        "mixed                      | false",
        "thrice                     | false",
        "named                      | false",
        "all ?? some                | false",
        "nothing ?? some            | false",
        "single.?list               | true",
        "chosen.?list               | true",
        "full.?list                 | false",
        "map(all, it => it)         | true",
        "map(some, it => it)        | false",
        "map(all, it => it ?? some) | true",
        "map(all, it => union(it, { role: 'x' })) | true",
        "map(all, it => { principalId: 'x' })     | false",
        "map(all, it => written)    | false",
      })
  void theListDecides(String over, boolean open) {
    assertThat(is(template("main.bicep", WORLD + grant(over, "{ principalId: one.principalId }"))))
        .isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ principalId: one }                                  | true",
        "{ PrincipalID: one.who }                              | true",
        "{ principalId: one.?who ?? 'x' }                      | true",
        "{ principalId: one.?who ?? nothing }                  | true",
        "{ principalId: some[i].?who ?? 'x' }                  | false",
        "{ principalId: some[i].?who ?? one }                  | true",
        "{ principalId: maybe ?? 'x' }                         | false",
        "{ principalId: all[?0].?who ?? 'x' }                  | false",
        "{ principalId: all[?i].?who ?? 'x' }                  | false",
        "{ principalId: (all[?0] ?? { who: 'x' }).who }        | false",
        "{ principalId: filter(all, it => it.on)[?0] ?? 'x' }  | false",
        "{ principalId: maybe ?? who }                         | true",
        "{ principalId: chosenOne }                            | false",
        "{ principalId: single[chosenOne] }                    | true",
        "{ principalId: all[i].who }                           | true",
        "{ principalId: all[0] }                               | true",
        "{ principalId: filter(all, it => it.on)[i] }          | true",
        "{ principalId: some[i].principalId }                  | false",
        "{ principalId: some[i].who }                          | true",
        "{ principalId: some[0] }                              | false",
        "{ principalId: concat(all, some)[i] }                 | false",
        "{ principalId: who }                                  | true",
        "{ principalId: written }                              | false",
        "{ principalId: 'x' }                                  | false",
        "{ principalId: i }                                    | false",
        "{ principalId: 'x' ?? one.who }                       | false",
        "{ principalId: toLower(one.who) }                     | false",
        "{ principalId: written == 'x' ? one.who : 'y' }       | false",
        "{ role: one.who }                                     | false",
        "{ principalId: single[one.who] }                      | true",
        "{ principalId: single[written] }                      | true",
        "{ principalId: full[written] }                        | false",
        "{ principalId: one.who, principalType: i > 1 ? one.type : null } | true",
        "{ principalId: one.who, principalType: i > 1 ? 'User' : null }   | false",
        "{ principalId: one.who, principalType: one.?type }    | true",
        "{ principalId: one.who, principalType: 'User' }       | false",
        "{ principalId: 'x', principalType: one.?type }        | false",
        "{ principalId: one.who, ...single }                   | false",
        "{ principalId: one.who, '${written}y': 'z' }          | false",
        "single                                                | false",
      })
  void thePrincipalMustBeOfTheItemAndNothingElseBeSaid(String properties, boolean open) {
    assertThat(is(template("main.bicep", WORLD + grant("all", properties)))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                | ITEM.who                               | true",
        "'\"[createArray()]\"'    | ITEM.who                        | true",
        "'\"[createArray(1)]\"'   | ITEM.who                        | false",
        "'\"[concat()]\"'         | ITEM.who                        | false",
        "[1]               | ITEM.who                               | false",
        "[]                | tryGet(ITEM, 'who')                    | true",
        "[]                | tryGet(ITEM, parameters('key'))        | false",
        "[]                | tryGet(ITEM, 'who', 'else')            | false",
        "[]                | tryGet(parameters('single'), ITEM.who) | true",
        "[]                | union(ITEM, createObject('a', 'b', 'who', ITEM.who)).who | true",
        "[]                | coalesce()                             | false",
        "[]                | coalesce(ITEM.who, 'x')                | true",
        "[]                | coalesce(tryGet(parameters('all'), 0, 'who'), 'x') | false",
        "[]                | coalesce(parameters('all')[copyIndex(1)].who, 'x') | false",
        "[]                | coalesce(parameters('single')[copyIndex()].who, 'x') | false",
        "[]                | union(ITEM, createObject()).who        | true",
        "[]                | union(ITEM, createObject('a', 'who')).who             | true",
        "[]                | union(ITEM, createObject('Who', 'a')).who             | false",
        "[]                | union(ITEM, createObject('a', 'b', 'who', 'c')).who   | false",
        "[]                | union(ITEM, createObject('who', 'c', 'a', 'b')).who   | false",
        "[]                | union(ITEM, createObject(parameters('key'), 'b')).who | false",
        "[]                | union(ITEM, parameters('single')).who                 | false",
        "[]                | union(ITEM, string('a')).who                          | false",
        "[]                | other.union(ITEM, createObject('a', 'b')).who         | false",
      })
  void armSaysItByFunctions(String all, String principal, boolean open) {
    String text =
        ARM.replace("DEFAULT", all)
            .replace("PRINCIPAL", principal)
            .replace("ITEM", "parameters('all')[copyIndex()]");
    assertThat(is(template("main.json", text))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list: []                       | true",
        "list: null                     | true",
        "list: empty                    | true",
        "list: all                      | true",
        "list: none                     | true",
        "list: some                     | false",
        "list: [{ principalId: 'x' }]   | false",
        "other: 'x'                     | true",
      })
  void whatIsGivenForAListIsFollowedOutwards(String argument, boolean open) {
    Template root =
        new Project(folder)
            .with(
                "part.bicep",
                "param list array = []\nparam other string = ''\n"
                    + grant("list", "{ principalId: one.principalId }"))
            .with(
                "main.bicep",
                WORLD
                    + "var empty = []\nmodule part 'part.bicep' = { params: { ARG } }\n"
                        .replace("ARG", argument))
            .template("main.bicep");
    Declaration.Deployment call = Project.deployment(root, "part");
    Template inner = ((Content.Inner) call.content()).template();
    Way way = new Way(List.of(new Way.Step(root, call)));
    assertThat(OpenEvidence.is(way, PRINCIPAL, Optional.empty())).isFalse();
    Declaration grant = Project.resource(inner, "grant");
    assertThat(OpenEvidence.is(way.then(new Way.Step(inner, grant)), PRINCIPAL, Optional.empty()))
        .isEqualTo(open);
  }

  /// Each look would need two of the variable before.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BEFORE ?? BEFORE",
        "written == 'x' ? BEFORE : BEFORE",
        "{ a: BEFORE.?a ?? BEFORE.?a }",
      })
  void variablesThatGrowAreGivenUp(String value) {
    StringBuilder text = new StringBuilder(WORLD).append("var v0 = all\n");
    for (int i = 1; i < 60; i++) {
      text.append("var v" + i + " = " + value.replace("BEFORE", "v" + (i - 1)) + "\n");
    }
    text.append(grant("all", "{ principalId: v59 }"));
    assertThat(is(template("main.bicep", text.toString()))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "var loop = [for it in loop: it]",
        "var loop = map(loop, it => it)",
        "var loop = loop ?? loop",
      })
  void whatRefersToItselfIsNotOpen(String variable) {
    String text = WORLD + variable + "\n" + grant("loop", "{ principalId: one.who }");
    assertThat(is(template("main.bicep", text))).isFalse();
  }

  /// As modules of years ago have it: a name of theirs, an id, or the name in an id.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', one.role)     | true",
        "resourceId('microsoft.authorization/roledefinitions', one.role)                 | true",
        "tenantResourceId('Microsoft.Authorization/roleDefinitions', one.role)           | true",
        "contains(one.role, '/') ? one.role :"
            + " subscriptionResourceId('Microsoft.Authorization/roleDefinitions', one.role) | true",
        "contains(one.role, '/') ? one.role :"
            + " subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'x') | false",
        "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'x')          | false",
        "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', some[0].principalId) |"
            + " false",
        "subscriptionResourceId('Microsoft.Search/searchServices', one.role)             | false",
        "uniqueString('Microsoft.Authorization/roleDefinitions', one.role)               | false",
      })
  void theIdOfARoleIsAsOpenAsItsName(String role, boolean open) {
    Template template =
        template(
            "main.bicep",
            WORLD + grant("all", "{ principalId: one.who, roleDefinitionId: " + role + " }"));
    assertThat(
            OpenEvidence.is(
                way(template), List.of("principalId", "roleDefinitionId"), Optional.empty()))
        .isEqualTo(open);
  }

  /// As published modules have it: each key of a vault may have role assignments of its own.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{ name: 'a' }, { name: 'b', other: [] }]                          | true",
        "[]                                                                 | true",
        "[{ name: 'a', roles: [] }]                                         | false",
        "[{ name: 'a' }, { name: 'b', Roles: [{ principalId: 'x' }] }]      | false",
        "[{ name: 'a' }, single]                                            | false",
        "[{ name: 'a', ...single }]                                         | false",
        "[...all, { name: 'a' }]                                            | false",
        "[{ name: 'a' }, { name: maybe ?? 'b' }]                            | true",
      })
  void aMemberThatNoItemHasIsOpen(String keys, boolean open) {
    Template root =
        new Project(folder)
            .with(
                "key.bicep",
                "param roles array?\nvar made = [for each in (roles ?? []): union(each, { role: 'x'"
                    + " })]\n"
                    + grant("made ?? []", "{ principalId: one.principalId }"))
            .with(
                "vault.bicep",
                "param keys array?\nmodule key 'key.bicep' = [for it in (keys ?? []): { params: {"
                    + " roles: it.?roles } }]\n")
            .with(
                "main.bicep",
                WORLD
                    + "module vault 'vault.bicep' = { params: { keys: KEYS } }\n"
                        .replace("KEYS", keys))
            .template("main.bicep");
    Declaration.Deployment vault = Project.deployment(root, "vault");
    Template middle = ((Content.Inner) vault.content()).template();
    Declaration.Deployment key = Project.deployment(middle, "key");
    Template inner = ((Content.Inner) key.content()).template();
    Way way =
        new Way(
            List.of(
                new Way.Step(root, vault),
                new Way.Step(middle, key),
                new Way.Step(inner, Project.resource(inner, "grant"))));
    assertThat(OpenEvidence.is(way, PRINCIPAL, Optional.empty())).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[] | true", "['x'] | false"})
  void whatAParameterFileGivesCounts(String list, boolean open) {
    Project project =
        new Project(folder)
            .with("main.bicep", "param list array\n" + grant("list", "{ principalId: one }"))
            .with("main.bicepparam", "using 'main.bicep'\nparam list = " + list + "\n");
    ParameterFile parameters = project.parameters("main.bicepparam");
    assertThat(
            OpenEvidence.is(
                way(project.template("main.bicep")), PRINCIPAL, Optional.of(parameters)))
        .isEqualTo(open);
  }

  @Test
  void withoutPropertiesTheBodyItselfSaysIt() {
    String text =
        ARM.replace("DEFAULT", "[]")
            .replace(
                "\"properties\": {\"principalId\": \"[PRINCIPAL]\"}",
                "\"principalId\": \"[parameters('all')[copyIndex()]]\"");
    assertThat(is(template("main.json", text))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ url: one.url, credentials: one.?credentials } | true",
        "{ url: one.url }                                | true",
        "{ url: one.url, protocol: 'http' }              | true",
        "{ url: one.url, credentials: { header: {} } }   | false",
        "{ url: 'https://x' }                            | false",
        "{ credentials: one.credentials }                | false",
      })
  void theMembersDependOnWhatIsDeclared(String properties, boolean open) {
    Template backend = template("main.bicep", WORLD + grant("all", properties));
    assertThat(OpenEvidence.is(way(backend), List.of("url", "credentials"), Optional.empty()))
        .isEqualTo(open);
    assertThat(OpenEvidence.is(way(backend), List.of(), Optional.empty())).isFalse();
  }
}
