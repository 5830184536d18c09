package dev.keylint.access;

import dev.keylint.text.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One way in which somebody calls, or may call, a service.
///
/// @param caller the workload; for a right that no call uses, the principal that holds it
/// @param callerType its resource type, or what kind of principal it is
/// @param identity the identity that the call is made as; empty when there is none, or none is
///   known
/// @param knownAs by what else one may ask for the identity: its ids, in lower case
/// @param target the name of the account, project or Search service; the host of one not at hand
/// @param fullTarget the same with the account of a project, as findings write it
/// @param targetType what kind of service it is
/// @param models the model deployments of the account
/// @param grants the roles that the identity holds there, each with its scope: of a call those with
///   data actions, else those that allow something
/// @param called whether a call of it was seen
/// @param chain what has to hold, in order; empty for a right that no call uses
/// @param at the place of the call, else of the role assignment
/// @param deployments the deployments in which it is so
public record Row(
    String caller,
    String callerType,
    Optional<String> identity,
    Set<String> knownAs,
    String target,
    String fullTarget,
    String targetType,
    List<String> models,
    List<Held> grants,
    Credential credential,
    boolean called,
    List<Step> chain,
    Location at,
    List<String> deployments) {
  public Row {
    knownAs = Set.copyOf(knownAs);
    models = List.copyOf(models);
    grants = List.copyOf(grants);
    chain = List.copyOf(chain);
    deployments = List.copyOf(deployments);
  }

  /// What all roles together let their holder do with the service.
  public List<String> allows() {
    return Power.joined(grants.stream().flatMap(it -> it.allows().stream()).toList());
  }

  /// What the whole chain comes to.
  public Standing verdict() {
    return chain.stream().map(Step::standing).reduce(Standing.HOLDS, Standing::and);
  }

  /// The first link that does not hold.
  public Optional<Step> broken() {
    return chain.stream().filter(it -> it.standing() == Standing.FAILS).findFirst();
  }

  /// The first link that does not hold, else the first of which that can't be told.
  public Optional<Step> undecided() {
    return broken()
        .or(() -> chain.stream().filter(it -> it.standing() == Standing.OPEN).findFirst());
  }

  /// Whether a name or an id is one of the identity or of who calls.
  public boolean isOf(String asked) {
    return caller.equalsIgnoreCase(asked)
        || identity.filter(asked::equalsIgnoreCase).isPresent()
        || knownAs.contains(asked.toLowerCase(Locale.ROOT));
  }

  /// Whether a name is that of the service.
  public boolean isTo(String asked) {
    return target.equalsIgnoreCase(asked) || fullTarget.equalsIgnoreCase(asked);
  }

  /// What two rows have in common that are the same, but for the deployments.
  Object facts() {
    List<String> roles = grants.stream().map(Held::words).toList();
    Optional<String> why = undecided().map(Step::says);
    return List.of(caller, fullTarget, credential, identity, at, roles, allows(), verdict(), why);
  }

  Row alsoIn(List<String> more) {
    return new Row(
        caller,
        callerType,
        identity,
        knownAs,
        target,
        fullTarget,
        targetType,
        models,
        grants,
        credential,
        called,
        chain,
        at,
        Stream.concat(deployments.stream(), more.stream()).distinct().toList());
  }
}
