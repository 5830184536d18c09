package dev.keylint.access;

import dev.keylint.graph.Grant;
import dev.keylint.graph.call.Target;
import dev.keylint.graph.call.TargetKind;
import dev.keylint.graph.role.Role;
import dev.keylint.value.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What a role lets its holder do with a service, in plain words: with what it holds, or with the
/// service itself and its keys, which comes to the same in the end.
enum Power {
  CALL_MODELS("call models", Plane.DATA),
  USE_AGENTS("use agents", Plane.DATA),
  READ_DOCUMENTS("read documents", Plane.DATA),
  WRITE_DOCUMENTS("write documents", Plane.DATA),
  DEPLOY_MODELS("deploy models", Plane.CONTROL),
  MANAGE_INDEXES("manage indexes", Plane.CONTROL),
  MANAGE_PROJECT("manage the project", Plane.CONTROL),
  MANAGE_SERVICE("manage the service", Plane.CONTROL),
  LIST_KEYS("list keys", Plane.CONTROL),
  LIST_QUERY_KEYS("list query keys", Plane.CONTROL),
  ASSIGN_ROLES("assign roles", Plane.CONTROL);

  /// What it is said of a role of which the permissions are not known.
  static final String UNKNOWN = "what can't be told";

  private static final String OTHER = "use other features";

  private static final String CONDITIONALLY = " under a condition";

  private enum Plane {
    DATA,
    CONTROL
  }

  private final String word;
  private final Plane plane;

  Power(String word, Plane plane) {
    this.word = word;
    this.plane = plane;
  }

  /// What a role assignment lets its holder do with a service that it reaches.
  static List<String> of(Grant grant, Target target) {
    if (grant.role() instanceof Role.Unresolved unresolved) {
      return unresolved.is().isPresent() ? List.of() : List.of(UNKNOWN);
    }
    List<String> data = words(Plane.DATA, grant, target);
    boolean other =
        data.isEmpty() && !grant.role().hasDataActions(provider(target.kind())).isFalse();
    List<String> all = new ArrayList<>(other ? List.of(OTHER) : data);
    all.addAll(overService(grant, target));
    return all;
  }

  /// The same without what callers need: what it may change, or read of keys.
  static List<String> overService(Grant grant, Target target) {
    return grant.role() instanceof Role.Unresolved
        ? List.of()
        : words(Plane.CONTROL, grant, target);
  }

  /// The words of several grants, each once, in a fixed order: what one of them gives whatever
  /// holds is not under a condition.
  static List<String> joined(List<String> words) {
    List<String> all = new ArrayList<>();
    Stream.concat(Arrays.stream(values()).map(it -> it.word), Stream.of(OTHER, UNKNOWN))
        .flatMap(it -> Stream.of(it, it + CONDITIONALLY).filter(words::contains).limit(1))
        .forEach(all::add);
    // Who may list all keys may list those for queries, too.
    if (all.contains(LIST_KEYS.word)) {
      all.removeIf(it -> it.startsWith(LIST_QUERY_KEYS.word));
    } else if (all.contains(LIST_KEYS.word + CONDITIONALLY)) {
      all.remove(LIST_QUERY_KEYS.word + CONDITIONALLY);
    }
    return all;
  }

  /// The provider of the actions on a service.
  static String provider(TargetKind kind) {
    return switch (kind) {
      case ACCOUNT, PROJECT -> "Microsoft.CognitiveServices";
      case SEARCH -> "Microsoft.Search";
    };
  }

  private static List<String> words(Plane plane, Grant grant, Target target) {
    List<String> words = new ArrayList<>();
    for (Power power : values()) {
      if (power.plane == plane) {
        Answer given = power.given(grant, target);
        if (given.isTrue()) {
          words.add(power.word);
        } else if (!given.isFalse()) {
          words.add(power.word + CONDITIONALLY);
        }
      }
    }
    return words;
  }

  private Answer given(Grant grant, Target target) {
    Answer any = Answer.no();
    for (String action : actions()) {
      if (isOn(action, target)) {
        any = any.or(plane == Plane.DATA ? grant.allowsData(action) : grant.allows(action));
      }
    }
    return any;
  }

  /// The actions of which each alone gives it.
  private List<String> actions() {
    return switch (this) {
      case CALL_MODELS ->
          List.of(
              "Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action",
              "Microsoft.CognitiveServices/accounts/OpenAI/deployments/embeddings/action",
              "Microsoft.CognitiveServices/accounts/OpenAI/responses/write",
              "Microsoft.CognitiveServices/accounts/MaaS/chat/completions/action");
      case USE_AGENTS ->
          List.of(
              "Microsoft.CognitiveServices/accounts/AIServices/agents/write",
              "Microsoft.CognitiveServices/accounts/AIServices/responses/write",
              "Microsoft.CognitiveServices/accounts/AIServices/endpoints/interact/action");
      case READ_DOCUMENTS -> List.of("Microsoft.Search/searchServices/indexes/documents/read");
      case WRITE_DOCUMENTS -> List.of("Microsoft.Search/searchServices/indexes/documents/write");
      case DEPLOY_MODELS -> List.of("Microsoft.CognitiveServices/accounts/deployments/write");
      case MANAGE_INDEXES -> List.of("Microsoft.Search/searchServices/indexes/write");
      case MANAGE_PROJECT -> List.of("Microsoft.CognitiveServices/accounts/projects/write");
      case MANAGE_SERVICE ->
          List.of(
              "Microsoft.CognitiveServices/accounts/write",
              "Microsoft.Search/searchServices/write");
      case LIST_KEYS ->
          List.of(
              "Microsoft.CognitiveServices/accounts/listKeys/action",
              "Microsoft.Search/searchServices/listAdminKeys/action");
      case LIST_QUERY_KEYS -> List.of("Microsoft.Search/searchServices/listQueryKeys/action");
      case ASSIGN_ROLES ->
          List.of(
              "Microsoft.Authorization/roleAssignments/write",
              "Microsoft.Authorization/roleDefinitions/write");
    };
  }

  /// Whether an action can be done to a service. Data actions of a project are its account's; what
  /// changes an account does not lie in its projects. Keys that are off open nothing.
  private boolean isOn(String action, Target target) {
    TargetKind kind = target.kind();
    return switch (this) {
      case CALL_MODELS, USE_AGENTS -> kind != TargetKind.SEARCH;
      case READ_DOCUMENTS, WRITE_DOCUMENTS, MANAGE_INDEXES -> kind == TargetKind.SEARCH;
      case LIST_QUERY_KEYS -> kind == TargetKind.SEARCH && !target.acceptsKeys().isFalse();
      case DEPLOY_MODELS -> kind == TargetKind.ACCOUNT;
      case MANAGE_PROJECT -> kind == TargetKind.PROJECT;
      case MANAGE_SERVICE -> isOfKind(action, kind);
      case LIST_KEYS -> isOfKind(action, kind) && !target.acceptsKeys().isFalse();
      case ASSIGN_ROLES -> true;
    };
  }

  private static boolean isOfKind(String action, TargetKind kind) {
    return kind != TargetKind.PROJECT && action.startsWith(provider(kind) + "/");
  }
}
