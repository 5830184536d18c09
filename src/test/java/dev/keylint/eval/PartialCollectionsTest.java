package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.value.NormalForm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Arrays and objects of which a part is there under a condition only: the rest stays known.
class PartialCollectionsTest {
  private static final String MAYBE =
      "concat(createArray('x'), if(parameters('b'), createArray('y'), createArray()))";

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // arrays
        "empty(MAYBE) | false()",
        "greater(length(MAYBE), 0) | true()",
        "lessOrEquals(length(MAYBE), 2) | true()",
        "less(length(MAYBE), 2) | less(length(concat(createArray('x'), if(parameters('b'),"
            + " createArray('y'), createArray()))), 2)",
        "length(if(parameters('b'), createArray(1), createArray(2))) | 1",
        "greater(length(concat(createArray(1), parameters('a'))), 0) | true()",
        "empty(concat(parameters('a'), parameters('a'))) | empty(concat(parameters('a'),"
            + " parameters('a')))",
        "contains(MAYBE, 'x') | true()",
        "MAYBE[0] | 'x'",
        "MAYBE[1] | concat(createArray('x'), if(parameters('b'), createArray('y'),"
            + " createArray()))[1]",
        "map(MAYBE, lambda('i', toUpper(lambdaVariables('i')))) | concat(createArray('X'),"
            + " if(parameters('b'), createArray('Y'), createArray()))",
        "map(filter(createArray('x', 'y'), lambda('i', or(equals(lambdaVariables('i'), 'x'),"
            + " parameters('b')))), lambda('i', toUpper(lambdaVariables('i')))) |"
            + " concat(createArray('X'), if(parameters('b'), createArray('Y'), createArray()))",
        "map(union(createArray('x'), if(parameters('b'), createArray('x', 'y'), createArray())),"
            + " lambda('i', toUpper(lambdaVariables('i')))) | concat(createArray('X'),"
            + " if(parameters('b'), createArray('Y'), createArray()))",
        // objects
        "union(createObject('k', 1), if(parameters('b'), createObject('l', 2), createObject())).k |"
            + " 1",
        "union(createObject('k', 1), if(parameters('b'), createObject('k', 2), createObject())).k |"
            + " if(parameters('b'), 2, 1)",
        "tryGet(union(createObject('k', 1), if(parameters('b'), createObject('l', 2),"
            + " createObject())), 'l') | if(parameters('b'), 2, null())",
        "tryGet(union(createObject('k', 1), if(parameters('b'), createObject('l', 2),"
            + " createObject())), 'm') | null()",
        "union(parameters('o'), createObject('k', 1)).k | 1",
        "union(createObject('k', 1), parameters('o')).k | union(createObject('k', 1),"
            + " parameters('o')).k",
        "contains(union(createObject('k', 1), if(parameters('b'), createObject('l', 2),"
            + " createObject())), 'K') | true()",
        "contains(union(createObject('k', 1), if(parameters('b'), createObject('l', 2),"
            + " createObject())), 'l') | parameters('b')",
        "map(items(union(createObject('k', 1), if(parameters('b'), createObject('l', 2),"
            + " createObject()))), lambda('i', lambdaVariables('i').key)) |"
            + " concat(createArray('k'), if(parameters('b'), createArray('l'), createArray()))",
        "toObject(MAYBE, lambda('i', lambdaVariables('i')), lambda('i', 7)).x | 7",
        "toObject(createArray('x', 'y'), lambda('i', concat('/', lambdaVariables('i'),"
            + " parameters('s'))), lambda('i', lambdaVariables('i'))) |"
            + " createObject(format('/x{0}', parameters('s')), 'x', format('/y{0}',"
            + " parameters('s')), 'y')",
      })
  void stayAsFarAsTheyAreKnown(String expression, String normalForm) {
    assertThat(NormalForm.print(Arm.value(expression.replace("MAYBE", MAYBE))))
        .isEqualTo(normalForm.strip());
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "empty(reference('x/id', '2020-01-01').principalId) | false()",
        "empty(reference('x/id', '2020-01-01', 'full').identity.principalId) | false()",
        "empty(toLower(reference('x/id', '2020-01-01').clientId)) | false()",
        "equals(reference('x/id', '2020-01-01').principalId, '') | false()",
        "equals(null(), reference('x/id', '2020-01-01').principalId) | false()",
        "coalesce(reference('x/id', '2020-01-01').principalId, 'none') |"
            + " reference('x/id', '2020-01-01').principalId",
        "empty(subscription().tenantId) | false()",
        "empty(uniqueString(parameters('p'))) | false()",
        // what may be empty or missing
        "empty(reference('x/id', '2020-01-01').publicNetworkAccess) |"
            + " empty(reference('x/id', '2020-01-01').publicNetworkAccess)",
        "empty(tryGet(reference('x/id', '2020-01-01'), 'principalId')) |"
            + " empty(tryGet(reference('x/id', '2020-01-01'), 'principalId'))",
        "empty(reference('x/id', '2022-09-01').outputs.principalId) |"
            + " empty(reference('x/id', '2022-09-01').outputs.principalId)",
        "empty(parameters('p')) | empty(parameters('p'))",
      })
  void whatAzureFillsIsNeverEmpty(String expression, String normalForm) {
    assertThat(NormalForm.print(Arm.value(expression))).isEqualTo(normalForm.strip());
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // what is known of a key keeps it from being any of these
        "tryGet(createObject('Reader', 1), format('/x/{0}', parameters('p'))) | null()",
        "tryGet(createObject('Reader', 1), concat(parameters('p'), '/x')) | null()",
        "tryGet(createObject('Reader', 1), concat(parameters('p'), '/', parameters('q'))) | null()",
        "tryGet(createObject('/A/1', 1), concat('/a/', parameters('p'))) |"
            + " tryGet(createObject('/A/1', 1), format('/a/{0}', parameters('p')))",
        "tryGet(createObject('Reader', 1), parameters('p')) |"
            + " tryGet(createObject('Reader', 1), parameters('p'))",
        "tryGet(createObject('Reader', 1), subscriptionResourceId('A.B/c', 'd')) | null()",
        "tryGet(union(createObject('k', 1), if(parameters('b'), createObject('l', 2),"
            + " createObject())), concat('/', parameters('p'))) | null()",
        "contains(createObject('Reader', 1), concat('/x/', parameters('p'))) | false()",
        "contains(createObject('/x/y', 1), concat('/x/', parameters('p'))) |"
            + " contains(createObject('/x/y', 1), format('/x/{0}', parameters('p')))",
        // texts
        "contains(concat(parameters('p'), '/providers/x'), '/providers/') | true()",
        "contains(subscription().id, '/subscriptions/') | true()",
        "contains(concat(parameters('p'), '/providers/x'), '/y/') |"
            + " contains(format('{0}/providers/x', parameters('p')), '/y/')",
        "startsWith(concat('HTTPS://', parameters('p')), 'https://') | true()",
        "startsWith(concat(resourceGroup().id, '/providers/a'), resourceGroup().id) | true()",
        "startsWith(concat(resourceGroup().id, '/providers/a'), concat(resourceGroup().id,"
            + " '/locks')) | false()",
        "startsWith(concat(resourceGroup().id, '/x'), concat(subscription().id, '/RESOURCEgroups'))"
            + " | true()",
        "startsWith(concat(subscription().id, '/x'), concat(resourceGroup().id, '/x')) | false()",
        "startsWith(parameters('p'), parameters('p')) | true()",
        "startsWith(toLower(concat(parameters('p'), '/A')), toUpper(parameters('p'))) | true()",
        "startsWith(parameters('p'), parameters('q')) | startsWith(parameters('p'),"
            + " parameters('q'))",
        "endsWith(concat('a', parameters('p'), '/x'), concat(parameters('p'), '/X')) | true()",
        "startsWith(concat('a', parameters('p')), 'https://') | false()",
        "startsWith(concat('http', parameters('p')), 'https://') |"
            + " startsWith(format('http{0}', parameters('p')), 'https://')",
        "endsWith(concat(parameters('p'), '.com'), '.com') | true()",
        "endsWith(concat(parameters('p'), '.com'), '.net') | false()",
        "endsWith(concat(parameters('p'), 'com'), '.com') |"
            + " endsWith(format('{0}com', parameters('p')), '.com')",
      })
  void whatIsKnownOfATextDecides(String expression, String normalForm) {
    assertThat(NormalForm.print(Arm.value(expression))).isEqualTo(normalForm.strip());
  }

  private static List<String> shown(Estate estate) {
    return estate.resources().stream().map(PartialCollectionsTest::shown).toList();
  }

  private static String shown(Resource resource) {
    return NormalForm.plain(resource.name())
        + resource.condition().map(condition -> " if " + NormalForm.print(condition)).orElse("");
  }

  private static Estate loop(String array, String name) {
    return Arm.expand(
        """
        "parameters": {"b": {"type": "bool"}, "list": {"type": "array"}},
        "variables": {
          "names": "[%s]",
          "copy": [{"name": "upper", "count": "[length(variables('names'))]",
            "input": "[toUpper(variables('names')[copyIndex('upper')])]"}]
        },
        "resources": [{
          "type": "Microsoft.Search/searchServices", "apiVersion": "2025-05-01",
          "name": "[%s]",
          "copy": {"name": "each", "count": "[length(variables('names'))]"}
        }]
        """
            .formatted(array, name));
  }

  @Test
  void aLoopGivesKnownItemsCertainlyAndOthersUnderTheirConditions() {
    String names =
        "concat(createArray('s1'), if(parameters('b'), createArray('s2'), createArray()))";
    assertThat(shown(loop(names, "variables('names')[copyIndex()]")))
        .containsExactly("s1", "s2 if parameters('b')");
    assertThat(shown(loop(names, "variables('upper')[copyIndex()]")))
        .containsExactly("S1", "S2 if parameters('b')");
    assertThat(shown(loop(names, "format('s-{0}', copyIndex())")))
        .containsExactly("s-0", "s-1 if parameters('b')");
  }

  @Test
  void bothSidesOfAChoiceAreThere() {
    String names = "if(parameters('b'), createArray('s1'), createArray('s2', 's3'))";
    assertThat(shown(loop(names, "variables('names')[copyIndex()]")))
        .containsExactly(
            "s1 if parameters('b')", "s2 if not(parameters('b'))", "s3 if not(parameters('b'))");
  }

  @Test
  void behindAPartOfWhichNothingIsKnownItemsAreKnownStill() {
    String names = "concat(createArray('s1'), parameters('list'), createArray('s2'))";
    assertThat(shown(loop(names, "variables('names')[copyIndex()]")))
        .containsExactly(
            "s1",
            "parameters('list')[copyIndex()] if greater(length(parameters('list')), 0)",
            "s2");
  }

  @Test
  void aPropertyThatIsMergedInUnderAConditionIsOpenAndItsNeighboursAreKnown() {
    Estate estate =
        Arm.expand(
            """
            "parameters": {"b": {"type": "bool"}},
            "resources": [{
              "type": "Microsoft.Search/searchServices", "apiVersion": "2025-05-01", "name": "s",
              "properties": "[union(createObject('disableLocalAuth', true()), if(parameters('b'), createObject('authOptions', 'x'), createObject()))]"
            }]
            """);
    assertThat(NormalForm.print(estate.resources().getFirst().properties().orElseThrow()))
        .isEqualTo(
            "createObject('authOptions', if(parameters('b'), 'x', null()), 'disableLocalAuth',"
                + " true())");
  }
}
