package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.call.Target;
import dev.keylint.graph.call.TargetKind;
import dev.keylint.graph.call.Targets;
import dev.keylint.resource.Estate;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.resource.ResourceType;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The services that calls without keys are made to, declared or only spoken of.
class TargetsTest {
  private static final String GROUP = "/subscriptions/1/resourceGroups/r";

  private static ResourceId id(String text) {
    return ResourceId.of(new Value.Str(text, Origin.at(new Location.WholeFile("x"))));
  }

  private static Targets targets(String json) {
    return Targets.of(ResourceIndex.of(Estates.template(json)));
  }

  private static List<String> names(List<Target> targets) {
    return targets.stream().map(it -> Shown.text(it.name())).toList();
  }

  /// The only reason why a target of the group may be none.
  private static Reason doubt(Targets targets) {
    return targets.below(id(GROUP)).possible().getFirst().because().reason();
  }

  @Test
  void onesThatAScopeNamesAreFoundThoughNothingDeclaresThem() {
    Targets targets = targets("[]");
    assertThat(targets.below(id(GROUP)).certain()).isEmpty();
    targets.mention(id(GROUP + "/providers/Microsoft.Search/searchServices/docs"));
    targets.mention(id(GROUP + "/providers/microsoft.search/SEARCHSERVICES/Docs"));
    targets.mention(id(GROUP + "/providers/Microsoft.Storage/storageAccounts/blobs"));
    targets.mention(id(GROUP));
    assertThat(names(targets.below(id(GROUP)).certain())).containsExactly("docs");
    assertThat(names(targets.all())).containsExactly("docs");
    assertThat(targets.all().getFirst().isDeclared()).isFalse();
  }

  @Test
  void theKindOfAnAccountIsWhatItsIdDoesNotSay() {
    Targets targets = targets("[]");
    targets.mention(id(GROUP + "/providers/Microsoft.CognitiveServices/accounts/oa"));
    assertThat(doubt(targets)).isEqualTo(new Reason.NotStated("the kind of the account `oa`"));
  }

  @Test
  void anAccountThatIsKnownToBeSomethingElseStaysSo() {
    String face = GROUP + "/providers/Microsoft.CognitiveServices/accounts/face";
    Targets targets =
        targets(
            "[{\"type\": \"Microsoft.CognitiveServices/accounts\", \"name\": \"face\", \"kind\":"
                + " \"Face\", \"id\": \""
                + face
                + "\"}]");
    targets.mention(id(face));
    assertThat(targets.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "account-${param.n}, the kind of the existing account `account-{n}`",
    "${param.n},         the kind of the existing account `n`",
    "${param.n}${param.m}, the kind of the existing account `{n}{m}`",
    "oa,                 the kind of the existing account `oa`",
  })
  void anAccountIsCalledWhatIsKnownOfItsName(String name, String fact) {
    Estate estate =
        Estates.template(
            "[{\"type\": \"Microsoft.CognitiveServices/accounts\", \"existing\": true, \"scope\":"
                + " \""
                + GROUP
                + "\", \"name\": \""
                + name
                + "\"}]");
    assertThat(doubt(Targets.of(ResourceIndex.of(estate)))).isEqualTo(new Reason.NotStated(fact));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"kind\": \"openai\", ',                  1, 0",
    "'\"kind\": \"CognitiveServices\", ',       1, 0",
    "'\"kind\": \"SpeechServices\", ',          0, 0",
    "'\"kind\": 7, ',                           0, 0",
    "'\"kind\": \"${param.k}\", ',              0, 1",
    "'',                                        0, 0",
    "'\"existing\": true, ',                    0, 1",
  })
  void anAccountIsOneByItsKind(String kind, int certain, int possible) {
    Targets targets =
        targets(
            "[{"
                + kind
                + "\"type\": \"Microsoft.CognitiveServices/accounts\", \"scope\": \""
                + GROUP
                + "\", \"name\": \"a\"}]");
    assertThat(targets.below(id(GROUP)).certain()).hasSize(certain);
    assertThat(targets.below(id(GROUP)).possible()).hasSize(possible);
    assertThat(targets.below(id("/subscriptions/2")).certain()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft.Search/searchServices/write,                   SEARCH",
    "MICROSOFT.COGNITIVESERVICES/accounts/listKeys/action,    ACCOUNT",
    "Microsoft.CognitiveServices/locations/read,",
  })
  void anActionIsMeantForOneKind(String action, TargetKind kind) {
    for (TargetKind each : TargetKind.values()) {
      assertThat(each.isMeantBy(action)).as(each.name()).isEqualTo(each == kind);
    }
  }

  private static final String SERVICE =
      "{\"type\": \"Microsoft.Search/searchServices\", \"name\": \"NAME\", \"scope\": \"SCOPE\"}";

  private static String search(String name, String scope) {
    return SERVICE.replace("NAME", name).replace("SCOPE", scope);
  }

  @Test
  void thoseOfAScopeComeInTheOrderInWhichTheyWereFound() {
    Targets targets =
        targets(
            "["
                + search("news", GROUP)
                + ","
                + search("docs", GROUP)
                + ","
                + search("far", "/subscriptions/2/resourceGroups/r")
                + ","
                + search("${param.n}", GROUP)
                + ","
                + search("all", GROUP)
                + "]");
    assertThat(names(targets.below(id(GROUP)).certain()))
        .containsExactly("news", "docs", "{n}", "all");
    assertThat(names(targets.all())).containsExactly("news", "docs", "far", "{n}", "all");
  }

  @Test
  void whatAnUnknownScopeHoldsIsOpen() {
    Targets targets = targets("[" + search("docs", GROUP) + "]");
    Targets.Reach reach = targets.below(ResourceId.of(Estates.value("\"${param.scope}\"")));
    assertThat(reach.certain()).isEmpty();
    assertThat(names(reach.possible().stream().map(Target.Possible::target).toList()))
        .containsExactly("docs");
  }

  @Test
  void ofAScopeThatIsKnownInPartTheRestDecides() {
    Targets targets = targets("[" + search("docs", GROUP) + "]");
    Value scope = Estates.value("\"/subscriptions/${param.s}/resourceGroups/r\"");
    assertThat(targets.below(ResourceId.of(scope)).possible()).hasSize(1);
    Value other = Estates.value("\"/subscriptions/${param.s}/resourceGroups/other\"");
    assertThat(targets.below(ResourceId.of(other)).possible()).isEmpty();
  }

  @Test
  void aManagementGroupMayHoldAllOfThem() {
    Targets targets = targets("[" + search("docs", GROUP) + "]");
    Targets.Reach reach = targets.below(id("/providers/Microsoft.Management/managementGroups/all"));
    assertThat(reach.certain()).isEmpty();
    assertThat(names(reach.possible().stream().map(Target.Possible::target).toList()))
        .containsExactly("docs");
  }

  @Test
  void aTargetIsFoundAgainByItsId() {
    Targets targets = targets("[" + search("docs", GROUP) + "]");
    String path = GROUP + "/providers/Microsoft.Search/searchServices/";
    Target found = targets.find(id(path + "DOCS")).orElseThrow();
    assertThat(targets.byKey(found)).contains(targets.all().getFirst());
    Target other = targets.find(id(path + "other")).orElseThrow();
    assertThat(other.isDeclared()).isFalse();
    assertThat(targets.byKey(other)).isEmpty();
    assertThat(targets.find(id(GROUP))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft.Search/SEARCHSERVICES,                 true",
    "Microsoft.CognitiveServices/accounts,            true",
    "Microsoft.CognitiveServices/accounts/projects,   true",
    "Microsoft.Search/searchServices/indexes,         false",
    "Microsoft.Web/sites,                             false",
  })
  void onlySomeTypesAreCalled(String type, boolean called) {
    assertThat(Targets.areOfType(ResourceType.of(type))).isEqualTo(called);
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft.Search/searchServices, docs, '{}',                               yes",
    "Microsoft.Search/searchServices, docs, '{\"disableLocalAuth\": true}',     no",
    "Microsoft.Search/searchServices, docs, '{\"disableLocalAuth\": false}',    yes",
    "Microsoft.Search/searchServices, docs, '{\"disableLocalAuth\": \"${param.x}\"}', open",
    "Microsoft.CognitiveServices/accounts/projects, a/p, '{}',                  no",
  })
  void aKeyIsTakenUnlessThatIsSwitchedOff(String type, String name, String body, String taken) {
    Answer accepts =
        targets("[" + Estates.resource(type, name, body) + "]").all().getFirst().acceptsKeys();
    assertThat(Estates.show(accepts)).isEqualTo(taken);
  }
}
