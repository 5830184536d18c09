package dev.keylint.graph.call;

import dev.keylint.resource.Resource;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The settings that one process of a workload sees together: those of a site, or of one container.
///
/// @param owner the resource that runs the process; empty when it is not in the estate
/// @param resource where the settings are written
/// @param unread why there may be more of them
/// @param byName the first one of each name, which is in lower case
/// @param branches what there is besides under conditions that are not known
/// @param keys the keys among that
/// @param byVariables the environment variables by which there are these settings and no others
public record Settings(
    Optional<Resource> owner,
    Resource resource,
    List<Setting> all,
    Optional<Value.Unknown> unread,
    Map<String, Setting> byName,
    List<Branch> branches,
    ConditionalKeys keys,
    List<Origin.Step> byVariables) {
  public Settings {
    all = List.copyOf(all);
    byName = Map.copyOf(byName);
    branches = List.copyOf(branches);
    byVariables = List.copyOf(byVariables);
  }

  /// What the process sees under a condition.
  ///
  /// @param own the settings that the condition brings
  /// @param whole these and all that are there anyway
  record Branch(Set<Setting> own, Settings whole) {
    public Branch {
      own = Set.copyOf(own);
    }
  }

  /// Settings in their order.
  Settings(
      Optional<Resource> owner,
      Resource resource,
      List<Setting> all,
      Optional<Value.Unknown> unread) {
    this(owner, resource, all, unread, byName(all), List.of(), ConditionalKeys.NONE, List.of());
  }

  /// The same with these branches.
  Settings with(List<Branch> more) {
    return new Settings(owner, resource, all, unread, byName, more, keys, byVariables);
  }

  /// The same with these keys.
  Settings with(ConditionalKeys perhaps) {
    return new Settings(owner, resource, all, unread, byName, branches, perhaps, byVariables);
  }

  /// The same by these variables.
  Settings by(List<Origin.Step> variables) {
    return new Settings(owner, resource, all, unread, byName, branches, keys, variables);
  }

  private static Map<String, Setting> byName(List<Setting> all) {
    Map<String, Setting> byName = new HashMap<>();
    all.forEach(each -> byName.putIfAbsent(each.name().toLowerCase(Locale.ROOT), each));
    return byName;
  }

  /// Those that hold no secret, as far as they are set to something.
  public List<Fact> plain() {
    return all.stream().filter(each -> each.isSet() && !each.secret()).map(Setting::fact).toList();
  }

  /// A client secret or certificate of an application, which the libraries of Azure try first.
  public Optional<Fact> clientSecret() {
    return named("AZURE_CLIENT_SECRET")
        .or(() -> named("AZURE_CLIENT_CERTIFICATE_PATH"))
        .map(Setting::fact);
  }

  /// Whether all that belongs to a client secret is set, so that libraries sign in with it.
  boolean signsInBySecret() {
    return named("AZURE_TENANT_ID").isPresent()
        && named("AZURE_CLIENT_ID").isPresent()
        && clientSecret().isPresent();
  }

  /// Whether a secret of which no name says what it is for may be what the process signs in with:
  /// open when there is one, and when there may be more settings than these.
  public Answer hasOtherKey() {
    return all.stream()
        .filter(each -> each.isSet() && each.isSecret() && !SecretUse.isKnown(each.name()))
        .findFirst()
        .map(each -> Doubt.notStated("what the secret `" + each.name() + "` is for", each.at()))
        .or(this::unread)
        .map(Answer::open)
        .orElseGet(Answer::no);
  }

  /// The setting of this name, when it is set to something.
  Optional<Setting> named(String name) {
    return written(name).filter(Setting::isSet);
  }

  /// The setting of this name, also one that is set to an empty text.
  Optional<Setting> written(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }
}
