package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.NormalForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is left of an expression when all that is known has been put in.
class NormalFormsTest {
  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // texts
        "concat('a', 'b') | 'ab'",
        "concat('a', parameters('p'), 'b', 'c') | format('a{0}bc', parameters('p'))",
        "format('{0}{{x}}{1}', parameters('p'), 7) | format('{0}{{x}}7', parameters('p'))",
        "concat(format('{0}-', parameters('p')), '', parameters('q'), 'x')"
            + " | format('{0}-{1}x', parameters('p'), parameters('q'))",
        "format('{0}', parameters('p')) | format('{0}', parameters('p'))",
        "format('{0}', true()) | 'True'",
        "format('{0,5}', parameters('p')) | format('{0,5}', parameters('p'))",
        "format('{0,3}{1}', 1, parameters('p')) | format('  1{0}', parameters('p'))",
        "concat(parameters('p'), parameters('q')) | concat(parameters('p'), parameters('q'))",
        "concat(parameters('a'), createArray(1), createArray(2))"
            + " | concat(parameters('a'), createArray(1, 2))",
        "toLower(parameters('p')) | toLower(parameters('p'))",
        "TOLOWER(Parameters('p')) | toLower(parameters('p'))",
        // logic
        "if(true(), 1, fail('no')) | 1",
        "if(parameters('b'), 1, 2) | if(parameters('b'), 1, 2)",
        "if(parameters('b'), createObject('k', 1), createObject('K', 1)) | createObject('k', 1)",
        "and(true(), parameters('b'), equals(1, 1)) | parameters('b')",
        "and(parameters('b'), false()) | false()",
        "and(parameters('b'), and(equals(parameters('n'), 1), true()))"
            + " | and(parameters('b'), equals(parameters('n'), 1))",
        "or(parameters('b'), true()) | true()",
        "or(false(), false()) | false()",
        "not(not(parameters('b'))) | parameters('b')",
        "equals(parameters('p'), parameters('p')) | true()",
        "equals(format('a{0}', parameters('p')), 'b') | false()",
        "equals(parameters('p'), 'b') | equals(parameters('p'), 'b')",
        "coalesce(null(), parameters('p'), null(), 'x') | coalesce(parameters('p'), 'x')",
        "coalesce(null(), 'x', fail('no')) | 'x'",
        "coalesce(format('a{0}', parameters('p')), 'x') | format('a{0}', parameters('p'))",
        // members
        "createObject('k', createArray(1, parameters('p'))).K[1] | parameters('p')",
        "parameters('o').a.b[0]['c d'] | parameters('o').a.b[0]['c d']",
        "tryGet(tryGet(parameters('o'), 'a'), 'b') | tryGet(parameters('o'), 'a', 'b')",
        "tryGet(createObject('k', 1), 'x', 'y') | null()",
        "tryGet(createArray(1), 3) | null()",
        "tryGet(null(), 'x') | null()",
        "indexFromEnd(createArray(1, 2, parameters('p')), 1) | parameters('p')",
        "tryIndexFromEnd(createArray(1), 2) | null()",
        "tryGet(parameters('o'), 'a', createObject('value', 1, 'fromEnd', true()))"
            + " | tryIndexFromEnd(tryGet(parameters('o'), 'a'), 1)",
        "createArray('x', 'y')[parameters('n')] | createArray('x', 'y')[parameters('n')]",
        // shapes
        "length(createArray(parameters('p'), 2)) | 2",
        "empty(format('x{0}', parameters('p'))) | false()",
        "empty(parameters('p')) | empty(parameters('p'))",
        "createObject('b', 1, 'a', parameters('p')) | createObject('a', parameters('p'), 'b', 1)",
        "createObject(parameters('p'), 1, 'a', 2) | createObject('a', 2, parameters('p'), 1)",
        "shallowMerge(createArray(createObject('a', 1), createObject('b', 2), parameters('o')))"
            + " | shallowMerge(createArray(createObject('a', 1, 'b', 2), parameters('o')))",
        "flatten(createArray(createArray(1), parameters('a'), createArray(2), createArray(3)))"
            + " | flatten(createArray(createArray(1), parameters('a'), createArray(2, 3)))",
        "union(parameters('o'), createObject('a', 1))"
            + " | union(parameters('o'), createObject('a', 1))",
        "json('{\\\"a\\\": [1, true]}').a[1] | true()",
        // lambdas
        "map(createArray(1, 2), lambda('x', add(lambdaVariables('x'), 1))) | createArray(2, 3)",
        "map(parameters('a'), lambda('x', map(parameters('a'), lambda('y', lambdaVariables('x')))))"
            + " | map(parameters('a'), lambda('v0', map(parameters('a'), lambda('v1',"
            + " lambdaVariables('v0')))))",
        "filter(createArray(1, 2), lambda('x', greater(lambdaVariables('x'), 1))) | createArray(2)",
        "filter(createArray(1, 2), lambda('x', equals(lambdaVariables('x'), parameters('n'))))"
            + " | filter(createArray(1, 2), lambda('v0',"
            + " equals(lambdaVariables('v0'), parameters('n'))))",
        "reduce(createArray(1, 2, 3), 0, lambda('a', 'b', add(lambdaVariables('a'),"
            + " lambdaVariables('b')))) | 6",
        "sort(createArray(3, 1, 2), lambda('a', 'b', less(lambdaVariables('a'),"
            + " lambdaVariables('b')))) | createArray(1, 2, 3)",
        "toObject(createArray('x', 'y'), lambda('k', lambdaVariables('k')), lambda('k', 1))"
            + " | createObject('x', 1, 'y', 1)",
        "groupBy(createArray('ax', 'b', 'ay'), lambda('k', substring(lambdaVariables('k'), 0, 1)))"
            + " | createObject('a', createArray('ax', 'ay'), 'b', createArray('b'))",
        "mapValues(createObject('a', 1), lambda('v', string(lambdaVariables('v'))))"
            + " | createObject('a', '1')",
        // the surroundings
        "resourceGroup().location | resourceGroup().location",
        "resourceGroup().id | resourceGroup().id",
        "format('/subscriptions/{0}/resourceGroups/{1}', subscription().subscriptionId,"
            + " resourceGroup().name) | resourceGroup().id",
        "subscription().tenantId | tenant().tenantId",
        "deployment().name | deployment().name",
        "environment().suffixes.storage | environment().suffixes.storage",
        // ids
        "resourceId('Microsoft.Search/searchServices', parameters('p'))"
            + " | format('{0}/providers/Microsoft.Search/searchServices/{1}', resourceGroup().id,"
            + " parameters('p'))",
        "resourceId('other', 'A.B/c/d', 'x', 'y')"
            + " | format('{0}/resourceGroups/other/providers/A.B/c/x/d/y', subscription().id)",
        "resourceId('0-1', 'other', 'A.B/c', 'x')"
            + " | '/subscriptions/0-1/resourceGroups/other/providers/A.B/c/x'",
        "subscriptionResourceId('A.B/c', 'x') | format('{0}/providers/A.B/c/x', subscription().id)",
        "subscriptionResourceId('Microsoft.Resources/resourceGroups', 'x')"
            + " | format('{0}/resourceGroups/x', subscription().id)",
        "tenantResourceId('A.B/c', 'x') | '/providers/A.B/c/x'",
        "extensionResourceId(resourceId('A.B/c', 'x'), 'D.E/f', 'y')"
            + " | format('{0}/providers/A.B/c/x/providers/D.E/f/y', resourceGroup().id)",
        "last(split(resourceId('A.B/c', parameters('p')), '/')) | parameters('p')",
        "split(resourceGroup().id, '/')[4] | resourceGroup().name",
        "resourceId('A.B/c/d', split(format('{0}/{1}', parameters('p'), parameters('q')), '/')[0],"
            + " split(format('{0}/{1}', parameters('p'), parameters('q')), '/')[1])"
            + " | format('{0}/providers/A.B/c/{1}/d/{2}', resourceGroup().id, parameters('p'),"
            + " parameters('q'))",
      })
  void isLeft(String expression, String expected) {
    assertThat(NormalForm.print(Arm.value(expression))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "parameters('p') | MissingParameter(p)",
        "concat('a', parameters('p')) | MissingParameter(p)",
        "resourceGroup().location | DeploymentContext(resourceGroup().location)",
        "reference(resourceId('A.B/c', 'x'), '1').endpoint"
            + " | RuntimeReference(format('{0}/providers/A.B/c/x', resourceGroup().id),"
            + " properties.endpoint)",
        "reference(resourceId('A.B/c', 'x'), '1', 'full').identity.principalId"
            + " | RuntimeReference(format('{0}/providers/A.B/c/x', resourceGroup().id),"
            + " identity.principalId)",
        "concat('key=', listKeys(tenantResourceId('A.B/c', 'x'), '1').key1)"
            + " | KeyOf(/providers/A.B/c/x, listKeys)",
        "fail('no') | Failed(`fail` says `no`)",
        "createArray(1)[1] | Failed(the array has no item 1, its length is 1)",
        "frobnicate(1) | Unsupported(function `frobnicate`)",
        "roleDefinitions('Contributor').id | RuntimeReference(roleDefinitions, )",
      })
  void hasAReason(String expression, String expected) {
    assertThat(((dev.keylint.value.Value.Unknown) Arm.value(expression)).reason().print())
        .isEqualTo(expected);
  }
}
