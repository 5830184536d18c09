package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Rule;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which environment variables a finding names: those without which the rule would not fail so.
final class NamedVariablesTest {
  private static final String TYPE = "Microsoft.Search/searchServices";
  private static final Location AT = new Location.WholeFile("main.bicep");
  private static final Pattern NAMED = Pattern.compile("`--env (\\w+)=");

  private static final Rule KEPT =
      Judged.rule(
          "kept",
          """
          match: {resource: %s}
          validations: [{expression: resource.properties.a, at: resource.properties.a, message: no}]
          """
              .formatted(TYPE));

  private static Origin by(String variable) {
    return Origin.at(AT).decidedBy(List.of(step(variable, false)));
  }

  private static Origin.Step step(String variable, boolean choice) {
    return Origin.Step.of(
        Origin.Kind.UNSET,
        "p",
        new Location.WholeFile(variable),
        new Origin.Variable(variable, "--env", choice));
  }

  private static List<String> named(Finding finding) {
    List<String> names = new ArrayList<>();
    for (Finding.Related it : finding.related()) {
      Matcher named = NAMED.matcher(it.message());
      if (named.find()) {
        names.add(named.group(1));
      }
    }
    return names;
  }

  /// A service with properties `a` to `e` and `kind` that are false by the variables `A` to `E` and
  /// `KIND`.
  private static Resource search() {
    List<Property> properties =
        Stream.of("a", "b", "c", "d", "e", "kind")
            .map(it -> new Property(it, AT, new Value.Bool(false, by(it.toUpperCase(Locale.ROOT)))))
            .toList();
    return Given.withProperties(TYPE, new Value.Obj(Properties.of(properties), Origin.at(AT)), AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        // what each validation demands, and how bad it is
        "error a                       | A",
        "error a or b                  | A B",
        "error a; error b              | none",
        "error a or b; error b or c    | B",
        "error a; warning b            | A",
        "error not a; warning b        | A B",
        "warning not a; warning b      | B",
        "note not a; warning b         | B",
        "error a; error elsewhere b    | A",
        "error kind                    | KIND",
      })
  void whatFailsAnywayHangsOnNoVariable(String validations, String variables) {
    StringBuilder text = new StringBuilder("match: {resource: " + TYPE + "}\nvalidations:\n");
    for (String each : validations.split("; ")) {
      String[] words = each.split(" ", 2);
      boolean elsewhere = words[1].startsWith("elsewhere ");
      String demand =
          words[1]
              .replace("elsewhere ", "")
              .replaceAll("\\b([a-e]|kind)\\b", "resource.properties.$1")
              .replace(" or ", " || ")
              .replace("not ", "!");
      text.append(
          "  - {expression: \"%s\", at: resource.%s, severity: %s, message: no}\n"
              .formatted(demand, elsewhere ? "name" : "properties.on", words[0]));
    }
    Rule rule = Judged.rule("named", text.toString());
    Finding first = Engine.run(List.of(rule), List.of(Given.estate(search()))).getFirst();
    assertThat(named(first))
        .isEqualTo(variables == null ? List.of() : List.of(variables.split(" ")));
  }

  @Test
  void theRuleMustBeAboutTheSubject() {
    Rule rule =
        Judged.rule(
            "about",
            """
            match: {resource: %s, when: "!resource.properties.e"}
            validations: [{expression: "false", at: resource.name, message: no}]
            """
                .formatted(TYPE));
    assertThat(Engine.run(List.of(rule), List.of(Given.estate(search()))))
        .extracting(NamedVariablesTest::named)
        .containsExactly(List.of("E"));
  }

  /// That of the value itself is said with the value, and not once more in other words.
  @Test
  void eachVariableIsNamedOnce() {
    Property kept =
        new Property("a", AT, new Value.Bool(false, Origin.at(AT).through(step("A", true))));
    Resource search =
        Given.withProperties(TYPE, new Value.Obj(Properties.of(List.of(kept)), Origin.at(AT)), AT);
    assertThat(named(kept(search))).containsExactly("A");
  }

  @Test
  void aConditionThatIsNotKnownIsSaid() {
    Resource search = search();
    Value perhaps = Given.value("{$parameter: perhaps}");
    Resource inDoubt = Given.deployed(search, search.scope(), Optional.of(perhaps));
    Finding.Related said =
        new Finding.Related(perhaps.origin().at(), "deployed only if this holds");
    assertThat(kept(inDoubt).related()).contains(said);
    assertThat(kept(search).related()).doesNotContain(said);
  }

  private static Finding kept(Resource resource) {
    return Engine.run(List.of(KEPT), List.of(Given.estate(resource))).getFirst();
  }

  @TempDir private Path folder;

  /// @param groups the variables on which the groups of the services hang
  private Estate estate(List<String> groups) {
    StringBuilder bicep =
        new StringBuilder(
            """
            resource app 'Microsoft.Web/sites@2024-04-01' = {
              name: 'app'
              identity: { type: 'SystemAssigned' }
            }
            resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
              name: guid('role')
              properties: {
                principalId: app.identity.principalId
                roleDefinitionId: '7ca78c08-252a-4471-8644-bb5ff32d4ba0'
              }
            }
            """);
    IntStream.range(0, groups.size())
        .forEach(i ->
            bicep.append("resource s%d '%s@2025-05-01' = { name: 's%d' }\n".formatted(i, TYPE, i)));
    Estate estate = new Judged(folder).estate(bicep.toString());
    List<Resource> resources = new ArrayList<>();
    for (Resource it : estate.resources()) {
      boolean isSearch = it.type().is(TYPE);
      String name = it.name() instanceof Value.Str(String text, _) ? text : "";
      resources.add(isSearch ? in(it, groups.get(Integer.parseInt(name.substring(1)))) : it);
    }
    return Given.estate(resources.toArray(Resource[]::new));
  }

  private static Resource in(Resource it, String variable) {
    return variable.equals("-")
        ? it
        : Given.deployed(it, it.scope().at(by(variable)), it.condition());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "grant.otherServices.all(it, !it.acceptsKeys)  | G   | G",
        "grant.services.all(it, !it.acceptsKeys)       | G   | G",
        "grant.services.all(it, !it.acceptsKeys)       | -   | none",
        "grant.targets.size() == 0                     | G   | G",
        "grant.targets.size() == 0                     | G H | none",
        "grant.services.size() == 0                    | G G | G",
        "grant.services.size() == 0                    | G - | none",
        "grant.principal.kind != 'managedIdentity'     | G   | none",
      })
  void whatPutsServicesIntoAScopeIsNamed(String demand, String groups, String variables) {
    Rule rule =
        Judged.rule(
            "scoped",
            "match: {grant: {}}\nvalidations: [{expression: \"%s\", at: grant.role, message: no}]\n"
                .formatted(demand));
    List<Finding> findings = Engine.run(List.of(rule), List.of(estate(List.of(groups.split(" ")))));
    assertThat(findings)
        .extracting(NamedVariablesTest::named)
        .containsExactly(variables == null ? List.of() : List.of(variables.split(" ")));
  }

  /// That a scope is a group is read off its id, whatever the names in that.
  @Test
  void ofWhatKindAScopeIsHangsOnNoName() {
    List<Resource> resources = new ArrayList<>();
    for (Resource it : estate(List.of()).resources()) {
      resources.add(in(it, "G"));
    }
    Rule rule =
        Judged.rule(
            "scope",
            "match: {grant: {}}\n"
                + "validations: [{expression: grant.scope.kind != 'resourceGroup', at: grant.role,"
                + " message: no}]\n");
    assertThat(Engine.run(List.of(rule), List.of(Given.estate(resources.toArray(Resource[]::new)))))
        .extracting(NamedVariablesTest::named)
        .containsExactly(List.of());
  }
}
