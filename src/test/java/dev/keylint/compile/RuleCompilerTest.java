package dev.keylint.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.RuleFolder;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleCompilerTest {
  private static final CelCompilation CEL = new CelCompilation();

  private static final String RULE =
      """
      id: some-rule
      title: Something is wrong
      severity: error
      precision: high
      since: 0.1.0
      match:
        resource: Microsoft.Search/searchServices
        when: resource.name != ''
      variables:
        - name: on
          expression: resource.properties.?x.orValue(true)
      validations:
        - expression: variables.on
          at: resource.properties.x
          message: "'{resource.name}' is {variables.on}."
      remediation: Do it.
      docs:
        why: Because.
      """;

  private static RuleBook compile(String... texts) {
    List<RuleFolder> folders =
        Arrays.stream(texts)
            .map(text -> RuleFolder.of("some-rule", Source.of("rules/some-rule/rule.yaml", text)))
            .toList();
    return RuleCompiler.compile(folders, Set.of(), CEL);
  }

  private static List<String> errors(String from, String to) {
    assertThat(RULE).contains(from);
    return compile(RULE.replace(from, to)).diagnostics().stream()
        .map(Diagnostic::toString)
        .map(it -> it.replace("rules/some-rule/rule.yaml:", ""))
        .toList();
  }

  @Test
  void aRuleIsRead() {
    RuleBook book = compile(RULE);
    assertThat(book.diagnostics()).isEmpty();
    assertThat(book.rules())
        .singleElement()
        .satisfies(rule -> {
          assertThat(rule.id()).isEqualTo("some-rule");
          assertThat(rule.variables()).hasSize(1);
          assertThat(rule.validations()).hasSize(1);
        });
  }

  @Test
  void anUnknownKeyIsAnError() {
    assertThat(errors("severity:", "severty:"))
        .contains("3:1: unknown key `severty` in `rule` (help: did you mean `severity`?)");
  }

  @Test
  void typosInExpressionsAreErrorsAtTheirPlace() {
    assertThat(errors("resource.name != ''", "resourc.name != ''"))
        .containsExactly("8:9: `resourc` is not known here (help: did you mean `resource`?)");
    assertThat(errors("expression: variables.on", "expression: variables.oh"))
        .containsExactly("13:27: there is no field `oh` here (help: did you mean `on`?)");
    assertThat(errors("resource.name != ''", "resource.name = ''"))
        .first()
        .isEqualTo("8:23: token recognition error at: `= ` (help: equality is written `==`)");
    assertThat(errors("{variables.on}.", "{variables.om}."))
        .containsExactly("15:47: there is no field `om` here (help: did you mean `on`?)");
  }

  @Test
  void whatDoesNotFitIsSaidInWords() {
    assertThat(errors("resource.name != ''", "resource.name.lowerAscii() == 3"))
        .containsExactly(
            "8:36: `==` does not go with string and int (help: both must be of one type)");
    assertThat(errors("resource.name != ''", "resource.name == 'a' + 1"))
        .containsExactly(
            "8:30: `+` does not go with string and int (help: it takes int and int, or double and"
                + " double, or string and string, or list(any) and list(any))");
    assertThat(errors("resource.name != ''", "access.tokenCaller && true"))
        .containsExactly(
            "8:16: there is no field `tokenCaller` here (help: did you mean `tokenCallers`?)");
    assertThat(errors("resource.name != ''", "resource.?properties"))
        .containsExactly(
            "8:9: the expression `resource.?properties` must be true or false, this is an optional"
                + " value (help: say what counts when it is absent: `.orValue(…)`)");
  }

  @Test
  void ofAWholeStructTheMembersAreNamed() {
    String members =
        "`access` has the members `tokenCallers`, `dataRoles`, `privateEndpoints`,"
            + " `privateServices`, `trustedCallers`, `admitsTrustedServices` and 7 more)";
    assertThat(errors("resource.name != ''", "access.contains('x')"))
        .containsExactly(
            "8:24: `contains` does not go with access and string (help: it takes string and string;"
                + " "
                + members);
    assertThat(errors("resource.name != ''", "access"))
        .containsExactly(
            "8:9: the expression `access` must be true or false, this is a whole `access` (help: "
                + members);
  }

  /// CEL has them, and an engine that has none must not meet one.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "resource.type == string",
        "resource.name in [workload]",
        "([grant]).size() == 1",
        "resource.name in ['x', int]",
        "grant == grant",
        "resource.?x.orValue(string) == 1",
        "resource.name == null_type",
      })
  void namesOfTypesAreNoValues(String expression) {
    assertThat(errors("resource.name != ''", expression))
        .first()
        .asString()
        .contains("rules may not use the name of a type as a value");
  }

  @Test
  void aNameOfATypeMayBeThatOfAVariable() {
    assertThat(
            compile(RULE.replace("resource.name != ''", "([1]).all(list, list == 1)"))
                .diagnostics())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "resource.propertes.x             | 19 | a resource has no `propertes`     | properties",
        "resource.?knd.hasValue()         | 20 | a resource has no `knd`           | kind",
        "resource.nmae == 'x'             | 19 | a resource has no `nmae`          | name",
        "has(resource.skus)               | 14 | a resource has no `skus`          | sku",
        "resource.tag.x == '1'            | 19 | a resource has no `tag`           | tags",
        "resource['nmae'] == 'x'          | 20 | a resource has no `nmae`          | name",
        "resource[?'knid'].hasValue()     | 21 | a resource has no `knid`          | kind",
        "'nmae' in resource               | 11 | a resource has no `nmae`          | name",
        "'' == 'x' + resource.sku.nmae    | 35 | `sku` of a resource has no `nmae` | name",
        "'Teir' in resource.SKU           | 11 | `SKU` of a resource has no `Teir` | tier",
        "resource.identity.?typ.hasValue() | 29 | `identity` of a resource has no `typ` | type",
        "[resource].all(resource, resource.nmae == '') | 44 | a resource has no `nmae` | name",
        "resource.Name == 'x'             | |                   |",
        "resource.tags.nmae == 'x'        | |                   |",
        "resource.properties.nmae == 'x'  | |                   |",
        "resource.colour == 'x'           | |                   |",
        "resource.zones.all(resource, resource.nmae == '') | |  |",
        "'nmae' in [resource.name]        | |                   |",
        "resource.zones[0] == ''          | |                   |",
        "[{'name': {'a': 1}}].all(resource, resource.name.a == 1) | | |",
      })
  void misspeltMembersOfResourcesAreSaid(
      String expression, Integer column, String wrong, String near) {
    List<String> errors = errors("resource.name != ''", '"' + expression + '"');
    if (column == null) {
      assertThat(errors).isEmpty();
    } else {
      assertThat(errors)
          .containsExactly("8:" + column + ": " + wrong + " (help: did you mean `" + near + "`?)");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resource.name.x == 'a'",
        "resource.?kind.?x.hasValue() || resource.name.?x.hasValue()",
        "resource.type['a'] == 'a'",
        "resource.name[0] == 'a'",
        "'a' in resource.name",
        "resource.name in resource.location",
        "resource.Name.all(c, c == 'a')",
      })
  void textsOfResourcesHaveNoMembers(String expression) {
    assertThat(errors("resource.name != ''", '"' + expression + '"'))
        .singleElement()
        .asString()
        .containsPattern("`\\w+` of a resource is a text and has no members");
  }

  @Test
  void variablesAndParametersMayBeCalledSo() {
    String rule =
        RULE.replace("- name: on", "- name: resource\n    expression: \"['nmae']\"\n  - name: on")
            .replace("match:", "params: {resource: [nmae]}\nmatch:");
    assertThat(
            compile(
                    rule.replace(
                        "expression: variables.on",
                        "expression: \"'nmae' in variables.resource && 'nmae' in"
                            + " params.resource\""))
                .diagnostics())
        .isEmpty();
  }

  @Test
  void misspeltMembersOfWhatStructsTellOfAreSaid() {
    String rule =
        RULE.replace("resource: Microsoft.Search/searchServices", "grant: {}")
            .replace("resource.name != ''", "grant.resource.nmae == 'x'")
            .replace("resource.", "grant.resource.");
    assertThat(compile(rule.replace("grant.grant.", "grant.")).diagnostics())
        .singleElement()
        .asString()
        .contains("rule.yaml:8:24: a resource has no `nmae`");
  }

  @Test
  void misspeltMembersAreSaidWhereTheyAreKnown() {
    assertThat(errors("resource.name != ''", "grant.role.name == 'x'"))
        .first()
        .isEqualTo(
            "8:9: `grant` is not known here (help: a rule knows it that matches `grant: {}`)");
    assertThat(errors("resource.name != ''", "target.kind == 'x'"))
        .first()
        .isEqualTo("8:9: `target` is not known here (help: `call` and `keyFlow` have one)");
    assertThat(errors("resource.name != ''", "list.x == 1"))
        .first()
        .isEqualTo("8:9: `list` is not known here");
    assertThat(errors("resource.name != ''", "has(int.x)"))
        .first()
        .asString()
        .endsWith(": `int` is not known here");
    assertThat(errors("resource.name != ''", "resource.name.split('x').join(1) == ''"))
        .first()
        .asString()
        .contains("`join` does not go with list(string) and int");
    assertThat(errors("resource.name != ''", "params.mx > 3"))
        .first()
        .asString()
        .startsWith("8:16: there is no field `mx` here");
    assertThat(
            compile(
                    RULE.replace("resource.name != ''", "resource.zones.size() > params.max")
                        .replace("match:", "params: {max: 3}\nmatch:"))
                .diagnostics())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resource.name == 3                  | resource.name",
        "3 != resource.type                  | resource.type",
        "!resource.kind                      | resource.kind",
        "resource.name && true               | resource.name",
        "resource.location > 1.5             | resource.location",
        "resource.name ? true : false        | resource.name",
        "resource.name in [1, 2]             | resource.name",
        "1 in [resource.name]                |",
        "resource.name in ['a', 2]           |",
        "resource.name in []                 |",
        "resource.name                       | resource.name",
        "resource.sku                        |",
        "resource.sku.name                   | resource.sku.name",
        "resource.sku.capacity               |",
        "!resource.identity.type             | resource.identity.type",
        "resource.plan.name == 3             | resource.plan.name",
        "resource.name == resource.kind      |",
        "resource.sku == 3                   |",
        "true ? resource.name != '' : false  |",
        "resource.name.size() == 3           |",
      })
  void aTextOfAResourceIsNothingElse(String expression, String member) {
    List<String> errors = errors("resource.name != ''", '"' + expression + '"');
    if (member == null) {
      assertThat(errors).isEmpty();
    } else {
      assertThat(errors).first().asString().contains("`" + member + "` ", " a text");
    }
  }

  @Test
  void anExpressionMustBeOfTheKindThatItsKeyNeeds() {
    assertThat(errors("expression: variables.on", "expression: \"'on'\""))
        .containsExactly("13:18: the expression `'on'` must be true or false, this is a text");
    assertThat(errors("at: resource.properties.x", "at: size(resource.properties.x)"))
        .singleElement()
        .asString()
        .contains("must be a path");
  }

  @Test
  void offsetsReachIntoBlockScalars() {
    String block =
        "expression: >- # as a block\n      resource.properties.x\n      && resource.propertis(1)";
    assertThat(errors("expression: variables.on", block))
        .singleElement()
        .asString()
        .startsWith("15:19: `propertis` is not known here");
  }

  @Test
  void whatRulesMayNotUseIsSaid() {
    assertThat(errors("resource.name != ''", "timestamp(resource.name) > timestamp('x')"))
        .first()
        .asString()
        .startsWith("8:18: rules may not use the function `timestamp`");
    assertThat(errors("resource.name != ''", "resource.name == b'x'"))
        .first()
        .asString()
        .contains("unsigned numbers and bytes");
  }

  @Test
  void theIdIsTheNameOfTheFolderAndComesOnce() {
    assertThat(errors("id: some-rule", "id: other-rule"))
        .containsExactly("1:5: the id `other-rule` is not the name of the folder, `some-rule`");
    assertThat(compile(RULE, RULE).diagnostics())
        .singleElement()
        .asString()
        .contains("a rule `some-rule` is already there");
  }

  @Test
  void theScoreFitsTheLevel() {
    assertThat(errors("severity: error", "severity: warning\nsecurity-severity: 8.0"))
        .containsExactly("4:20: `security-severity` of 8.0 is one of a rule of severity `error`");
  }

  @Test
  void aMatchIsAboutOneKindOfSubject() {
    assertThat(errors("  when:", "  grant: {}\n  when:"))
        .containsExactly(
            "7:3: `match` needs exactly one of resource, grant, call, keyFlow,"
                + " workload, identity, output, moduleCall, script");
  }

  @Test
  void anUnsafeFixHasAReason() {
    assertThat(
            errors("docs:", "fix:\n  set: {resource.properties.x: true}\n  safety: unsafe\ndocs:"))
        .containsExactly("18:3: an unsafe `fix` needs `because`");
  }
}
