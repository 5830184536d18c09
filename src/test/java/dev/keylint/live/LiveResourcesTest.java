package dev.keylint.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonReader;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Resources out of the bodies that Azure returns: names, scopes, values with their pointers, and
/// what is withheld.
final class LiveResourcesTest {
  @ParameterizedTest
  @CsvSource({
    "/subscriptions/s/resourceGroups/g/providers/A.B/c/n, n",
    "/subscriptions/s/PROVIDERS/A.B/c/n/d/m, n/m",
    "/providers/A.B/c/n, n",
    "/subscriptions/s/providers/A.B/c/n/providers/E.F/g/h, h",
    "/subscriptions/s/resourceGroups/g, given",
    "/providers/A.B, given",
    "/providers/A.B/c, given",
  })
  void theNameIsThatOfTheId(String id, String name) {
    Resource resource = resource("{'id':'" + id + "','name':'given','type':'A.B/c'}");
    assertThat(text(resource.name())).isEqualTo(name);
    assertThat(text(resource.id())).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "/subscriptions/s/resourceGroups/g/providers/A.B/c/n, {}, /subscriptions/s/resourceGroups/g",
    "/subscriptions/s/resourceGroups/g, {}, ''",
    "/providers/A.B/c/n, {}, ''",
    "/subscriptions/s/providers/A.B/c/n, {'scope':'/other'}, /other",
    "/subscriptions/s/providers/A.B/c/n, {'scope':7}, /subscriptions/s",
    "/subscriptions/s/providers/A.B/c/n, 7, /subscriptions/s",
  })
  void theScopeIsTheWrittenOneElseThatOfTheId(String id, String properties, String scope) {
    Resource resource =
        resource("{'id':'" + id + "','type':'A.B/c','properties':" + properties + "}");
    assertThat(text(resource.scope())).isEqualTo(scope);
  }

  @Test
  void valuesKnowTheirPointers() {
    Resource resource =
        resource(
            "{'id':'/x','type':'a/b','properties':{'a/b~':[true,null,1.5,{'n':7}],'w':'(withheld by"
                + " keylint)'}}");
    Value.Obj properties = object(resource.properties().orElseThrow());
    List<Value> items = ((Value.Arr) member(properties, "a/b~")).items();
    assertThat(items).hasSize(4);
    assertThat(items.get(0)).isInstanceOf(Value.Bool.class);
    assertThat(items.get(1)).isInstanceOf(Value.Null.class);
    assertThat(items.get(2)).isInstanceOf(Value.Decimal.class);
    Value seven = member(object(items.get(3)), "n");
    assertThat(seven)
        .isInstanceOfSatisfying(Value.Int.class, it -> assertThat(it.value()).isEqualTo(7));
    assertThat(seven.origin().at()).isEqualTo(new Location.InAzure("/x", "/properties/a~1b~0/3/n"));
    assertThat(member(properties, "w"))
        .isInstanceOfSatisfying(
            Value.Unknown.class, it -> assertThat(it.reason()).isInstanceOf(Reason.Withheld.class));
  }

  @Test
  void idTypeAndNameAreNoPartOfTheBody() {
    Resource resource = resource("{'ID':'/x','Type':'a/b','name':'n','kind':'k'}");
    assertThat(resource.body().properties().entries())
        .extracting(it -> it.name())
        .containsExactly("kind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Microsoft.Web/sites", "microsoft.web/sites/SLOTS"})
  void settingsOfAppsAreWithheldUnlessTold(String type) {
    for (String config :
        List.of("{}", "{'siteConfig':null}", "{'siteConfig':{'appSettings':null}}")) {
      Value.Obj site =
          config(resource("{'id':'/x','type':'" + type + "','properties':" + config + "}"));
      assertThat(member(site, "appSettings")).isInstanceOf(Value.Unknown.class);
      assertThat(member(site, "connectionStrings")).isInstanceOf(Value.Unknown.class);
      assertThat(site.properties().entries()).hasSize(2);
    }
    Value.Obj told =
        config(
            resource(
                "{'id':'/x','type':'"
                    + type
                    + "','properties':{'siteConfig':{'appSettings':[],'other':1}}}"));
    assertThat(member(told, "appSettings")).isInstanceOf(Value.Arr.class);
    assertThat(member(told, "connectionStrings")).isInstanceOf(Value.Unknown.class);
    assertThat(member(told, "other")).isInstanceOf(Value.Int.class);
  }

  @Test
  void otherResourcesHaveWhatTheyHave() {
    assertThat(resource("{'id':'/x','type':'Microsoft.Web/plans'}").properties()).isEmpty();
  }

  private static Resource resource(String body) {
    return LiveResources.resource(
            JsonReader.read(Source.of("x", body.replace('\'', '"'))).object().orElseThrow(),
            "2026-01-01",
            "Azure")
        .orElseThrow();
  }

  private static Value.Obj config(Resource resource) {
    return object(member(object(resource.properties().orElseThrow()), "siteConfig"));
  }

  private static Value.Obj object(Value value) {
    return (Value.Obj) value;
  }

  private static Value member(Value.Obj object, String name) {
    return Optional.of(object).flatMap(it -> it.properties().get(name)).orElseThrow();
  }

  private static String text(Value value) {
    return ((Value.Str) value).value();
  }
}
