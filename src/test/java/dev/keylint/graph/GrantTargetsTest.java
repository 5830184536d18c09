package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.Answer;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantTargetsTest {
  private static final String READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
  private static final String CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";

  /// An account of which only the name is known.
  private static final String UNSEEN =
      """
      {"type": "Microsoft.CognitiveServices/accounts", "name": "a", "existing": true},
      """;

  @Test
  void anAssignmentOnAnotherResourceHasNoTarget() {
    Grant grant =
        GrantsTest.only(
            GrantsTest.SEARCH,
            GrantsTest.SITE,
            GrantsTest.assignment(
                "${site.identity.principalId}", CONTRIBUTOR, "\"scope\": \"${site.id}\","));
    assertThat(grant.targets()).isEmpty();
    assertThat(grant.possibleTargets()).isEmpty();
  }

  @Test
  void theScopeOfACompiledTemplateIsATargetThoughNotDeclared() {
    String scope = "${rg.id}/providers/Microsoft.Search/searchServices/s";
    Grant grant =
        GrantsTest.only(
            GrantsTest.assignment("${param.p}", READER, "\"scope\": \"" + scope + "\","));
    assertThat(grant.targets()).hasSize(1);
    assertThat(grant.targets().getFirst().isDeclared()).isFalse();
    assertThat(grant.principal().isWorkload()).isInstanceOf(Answer.Open.class);
  }

  @Test
  void anAccountOfUnknownKindIsAPossibleTarget() {
    Grant grant = GrantsTest.only(UNSEEN, GrantsTest.assignment("${param.p}", READER, ""));
    assertThat(grant.targets()).isEmpty();
    assertThat(grant.possibleTargets()).hasSize(1);
    assertThat(grant.targetNames()).isInstanceOf(Value.Unknown.class);
  }

  /// It is one service, be it one of ours or not, and another one that may have its name is it.
  @ParameterizedTest
  @CsvSource({"a, 1", "rg, 2"})
  void aScopeThatMayBeATargetIsOneOnly(String scope, int more) {
    String named = UNSEEN.replace("\"name\": \"a\"", "\"name\": \"${param.n}\"");
    String at =
        scope.equals("rg")
            ? ""
            : "\"scope\": \"${rg.id}/providers/Microsoft.CognitiveServices/accounts/a\",";
    Grant grant = GrantsTest.only(UNSEEN, named, GrantsTest.assignment("${param.p}", READER, at));
    assertThat(grant.moreTargets()).hasSize(more);
  }

  @Test
  void anAssignmentThatIsOnlyReferredToIsNoGrant() {
    String there = GrantsTest.assignment("${param.p}", READER, "\"existing\": true, ");
    assertThat(Estates.graph("[" + GrantsTest.SEARCH + there + "]").grants()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'',  false", "'  ', false", "1==1, true", "${param.when}, true"})
  void anEmptyConditionIsNone(String condition, boolean isOne) {
    String json = GrantsTest.assignment("${param.p}", READER, "");
    String end = "\"principalId\"";
    Grant grant =
        GrantsTest.only(
            GrantsTest.SEARCH, json.replace(end, "\"condition\": \"" + condition + "\", " + end));
    assertThat(grant.condition().isPresent()).isEqualTo(isOne);
  }

  @ParameterizedTest
  @CsvSource({
    "${search.id}, '',                   true",
    "${search.id}, '\"existing\": true,', false",
    "${rg.id},     '',                   false",
  })
  void aScopeIsCreatedIfTheEstateDeclaresIt(String scope, String more, boolean created) {
    Grant grant =
        GrantsTest.only(
            GrantsTest.SEARCH.replace("\"name\"", more + "\"name\""),
            GrantsTest.assignment("${param.p}", READER, "\"scope\": \"" + scope + "\","));
    assertThat(grant.scope().isCreated()).isEqualTo(created);
  }

  @Test
  void whatIsReadFromAzureIsNotCreatedAndSaysItsScopeItself() {
    String search = GrantsTest.liveSearch("1");
    String id = "/subscriptions/1/resourceGroups/r/providers/Microsoft.Search/searchServices/s";
    String grant = GrantsTest.assignment("p", READER, "\"scope\": \"/subscriptions/1\", ");
    String told = grant.replace("{\"principalId\"", "{\"scope\": \"" + id + "\", \"principalId\"");
    AccessGraph live = AccessGraph.of(Estates.live("[" + search + told + "]"));
    assertThat(GrantsTest.text(live.grants().getFirst().scope().id())).isEqualTo(id);
    assertThat(live.grants().getFirst().scope().isCreated()).isFalse();
    AccessGraph bare = AccessGraph.of(Estates.live("[" + search + grant + "]"));
    assertThat(GrantsTest.text(bare.grants().getFirst().scope().id()))
        .isEqualTo("/subscriptions/1");
    AccessGraph template = Estates.graph("[" + search + told + "]");
    assertThat(GrantsTest.text(template.grants().getFirst().scope().id()))
        .isEqualTo("/subscriptions/1");
  }

  @Test
  void aSpeechAccountIsNoTarget() {
    String account =
        """
        {"type": "Microsoft.CognitiveServices/accounts", "name": "a", "kind": "SpeechServices"},
        """;
    Grant grant = GrantsTest.only(account, GrantsTest.assignment("${param.p}", READER, ""));
    assertThat(grant.possibleTargets()).isEmpty();
  }

  @Test
  void aGrantOnAnAccountOfAnotherKindReachesNothing() {
    String account =
        """
        {"as": "face", "type": "Microsoft.CognitiveServices/accounts", "name": "f", "kind": "Face"},
        """;
    Grant grant =
        GrantsTest.only(
            account,
            GrantsTest.assignment("${param.p}", CONTRIBUTOR, "\"scope\": \"${face.id}\","));
    assertThat(grant.targets()).isEmpty();
    assertThat(grant.possibleTargets()).isEmpty();
    assertThat(((Value.Arr) grant.targetNames()).items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"$if\": [\"${param.c}\", \"OpenAI\", \"AIServices\"]}', 1, 0",
    "'{\"$if\": [\"${param.c}\", \"Face\", \"TextAnalytics\"]}', 0, 0",
    "'{\"$if\": [\"${param.c}\", \"OpenAI\", \"Face\"]}', 0, 1",
    "'\"${param.kind}\"', 0, 1",
  })
  void ofAKindThatIsPickedAmongSomeEachCounts(String kind, int certain, int possible) {
    String account =
        "{\"type\": \"Microsoft.CognitiveServices/accounts\", \"name\": \"a\", \"kind\": "
            + kind
            + "},";
    Grant grant = GrantsTest.only(account, GrantsTest.assignment("${param.p}", READER, ""));
    assertThat(grant.targets()).hasSize(certain);
    assertThat(grant.possibleTargets()).hasSize(possible);
  }

  @Test
  void whatIsNotKnownOfAnExistingAccountIsItsKind() {
    String account =
        """
        {"as": "a", "type": "Microsoft.CognitiveServices/accounts", "name": "${param.acct}",
         "existing": true},
        """;
    Grant grant =
        GrantsTest.only(
            account, GrantsTest.assignment("${param.p}", CONTRIBUTOR, "\"scope\": \"${a.id}\","));
    Reason kind = new Reason.NotStated("the kind of the existing account `acct`");
    assertThat(((Value.Unknown) grant.targetNames()).reason()).isEqualTo(kind);
    Answer.Open open =
        (Answer.Open) grant.allowsOnTarget("Microsoft.CognitiveServices/accounts/write");
    assertThat(open.because()).extracting(Value.Unknown::reason).containsExactly(kind);
    assertThat(grant.allowsOnTarget(GrantsTest.WRITE).isFalse()).isTrue();
  }

  /// Search and an account of unknown kind lie in the group that the role is assigned at.
  @ParameterizedTest
  @CsvSource({
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635, Microsoft.Search/searchServices/write,         yes",
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635, Microsoft.CognitiveServices/accounts/write,    open",
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635, Microsoft.CognitiveServices/accounts/projects/write,"
        + " open",
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635, Microsoft.Storage/storageAccounts/write,       no",
    "acdd72a7-3385-48ef-bd42-f606fba81ae7, Microsoft.Search/searchServices/write,         no",
    "acdd72a7-3385-48ef-bd42-f606fba81ae7, Microsoft.CognitiveServices/accounts/write,    no",
  })
  void aGrantMeansAnActionOnlyForTargetsOfItsType(String role, String action, String answer) {
    Grant grant =
        GrantsTest.only(GrantsTest.SEARCH, UNSEEN, GrantsTest.assignment("${param.p}", role, ""));
    assertThat(Estates.show(grant.allowsOnTarget(action))).isEqualTo(answer);
  }
}
