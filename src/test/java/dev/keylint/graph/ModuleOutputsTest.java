package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Gap;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is put in the place of an output, and what only looks like one.
class ModuleOutputsTest {
  private static final Location AT = new Location.WholeFile("main.bicep");
  private static final Origin ORIGIN = Origin.at(AT);
  private static final String MODULE = "br/public:avm/res/web/site:0.15.0";
  private static final Value DEPLOYMENT =
      text("/subscriptions/1/providers/Microsoft.Resources/deployments/d");
  private static final Value.Unknown NAME =
      access(call("reference", DEPLOYMENT), "outputs", "name", "value");

  private final ModuleOutputs outputs =
      new ModuleOutputs(
          List.of(
              KnownModule.of(
                      new Gap(
                          "module " + MODULE,
                          List.of(),
                          List.of(new ModuleArgument("name", text("chat"), AT)),
                          AT,
                          Optional.of(
                              new Gap.Deployment(DEPLOYMENT, "m", Optional.empty(), List.of()))))
                  .orElseThrow()));

  private static Value text(String text) {
    return new Value.Str(text, ORIGIN);
  }

  private static Value.Unknown unknown(Term term) {
    return new Value.Unknown(term, new Reason.MissingModule(MODULE), ORIGIN);
  }

  private static Value.Unknown call(String function, Value... arguments) {
    return unknown(new Term.Call(function, List.of(arguments)));
  }

  private static Value.Unknown access(Value base, String... path) {
    List<Value> keys = List.of(path).stream().map(ModuleOutputsTest::text).toList();
    return unknown(new Term.Access(base, keys));
  }

  @Test
  void anOutputIsTheValueOfAMemberOfTheOutputsOfADeployment() {
    assertThat(NormalForm.plain(outputs.in(NAME))).isEqualTo("chat");
    Value reference = call("reference", DEPLOYMENT);
    assertThat(NormalForm.plain(outputs.in(access(reference, "Outputs", "NAME", "VALUE"))))
        .isEqualTo("chat");
    for (Value.Unknown other :
        List.of(
            access(reference, "outputs", "name", "type"),
            access(reference, "parameters", "name", "value"),
            access(reference, "outputs", "name"),
            access(reference, "outputs", "name", "value", "x"),
            access(reference, "outputs", "other", "value"),
            unknown(
                new Term.Access(
                    reference, List.of(text("outputs"), call("parameters"), text("value")))),
            access(call("reference"), "outputs", "name", "value"),
            access(call("reference", text("/other")), "outputs", "name", "value"),
            access(call("deployment", DEPLOYMENT), "outputs", "name", "value"),
            access(text("x"), "outputs", "name", "value"),
            new Value.Unknown(NAME.term(), new Reason.Unsupported("x"), ORIGIN))) {
      assertThat(outputs.in(other)).as(NormalForm.print(other)).isSameAs(other);
    }
  }

  @Test
  void whatIsMadeOfAnOutputIsMadeOfItsValue() {
    assertThat(NormalForm.plain(outputs.in(call("toLower", NAME)))).isEqualTo("toLower('chat')");
    Value byName = unknown(new Term.Access(call("variables", text("all")), List.of(NAME)));
    assertThat(NormalForm.plain(outputs.in(byName))).isEqualTo("variables('all').chat");
    Value text = unknown(new Term.Concat(List.of(text("a-"), NAME)));
    assertThat(NormalForm.plain(outputs.in(text))).isEqualTo("a-chat");
    Value lambda = unknown(new Term.Lambda(List.of("it"), NAME));
    assertThat(outputs.in(lambda))
        .isEqualTo(unknown(new Term.Lambda(List.of("it"), outputs.in(NAME))));
  }

  @Test
  void whatHasNoOutputIsTheVerySame() {
    Value plain = call("parameters", text("p"));
    for (Value same :
        List.of(
            text("x"),
            new Value.Null(ORIGIN),
            new Value.Bool(true, ORIGIN),
            new Value.Int(7, ORIGIN),
            new Value.Decimal(new BigDecimal("0.5"), ORIGIN),
            new Value.Arr(List.of(plain), ORIGIN),
            call("toLower", plain),
            access(plain, "a"),
            unknown(new Term.Concat(List.of(text("a-"), plain))),
            unknown(new Term.Lambda(List.of("it"), plain)))) {
      assertThat(outputs.in(same)).isSameAs(same);
    }
  }

  /// A member of a property that only Azure knows stays as it is written.
  @Test
  void aMemberOfAnOutputThatOnlyAzureKnowsIsLeftAlone() {
    Value endpoint = access(call("reference", DEPLOYMENT), "outputs", "endpoint", "value");
    Value member = access(endpoint, "host");
    assertThat(outputs.in(endpoint)).isNotSameAs(endpoint);
    assertThat(outputs.in(member)).isSameAs(member);
  }

  /// Each of forty values has the one before twice: a million million looks, if each were one.
  @Test
  void partsThatAreSharedAreLookedAtOnce() {
    Value all = new Value.Arr(List.of(text("x")), ORIGIN);
    for (int i = 0; i < 40; i++) {
      all = new Value.Arr(List.of(all, all), ORIGIN);
    }
    assertThat(outputs.in(all)).isSameAs(all);
  }
}
