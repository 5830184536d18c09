package dev.keylint.finding;

import dev.keylint.rule.Severity;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The answer of one rule about one place, ready to print.
///
/// The same answer reached by several deployments or copies of a loop is one finding.
///
/// @param severity how bad it is if it is or turns out a failure, which a validation may rank apart
///   from its rule
/// @param message sentences about the subject; they hold no secret
/// @param at where the cure has to be applied
/// @param related places that the message rests on, nearest first
/// @param deployments labels of the deployments that reach it, in scan order
/// @param instances how many resources it stands for: copies of a loop, calls of a module; at least
///   one
/// @param remediation what to do about it, as sentences
public record Finding(
    String ruleId,
    Severity severity,
    Outcome outcome,
    String message,
    Location at,
    List<Related> related,
    Subject subject,
    List<String> deployments,
    int instances,
    String remediation,
    Optional<Fix> fix,
    Optional<Suppression> suppression) {
  /// A first word that is no name, so that it may stand inside of a sentence.
  private static final Pattern PLAIN_WORD =
      Pattern.compile(
          "(?:An?|The|This|These|That|Its?|No|Nobody|Some|Many|All|Each|Every|There|What|Who|To"
              + "|Keys|Skills)\\b|[A-Z][a-z]+(?= ')");

  public Finding {
    related = List.copyOf(related);
    deployments = List.copyOf(deployments);
    if (instances < 1 || message.isBlank()) {
      throw new IllegalStateException(ruleId + " at " + at + ": instances " + instances);
    }
  }

  /// Another place to look at, and what is there, as a phrase: `default of parameter \`keysOff\``.
  ///
  /// @param decides whether it names an environment variable that decided
  public record Related(Location at, String message, boolean decides) {
    /// A place of which no environment variable is named.
    public Related(Location at, String message) {
      this(at, message, false);
    }
  }

  /// What the rule looked at.
  ///
  /// @param type the resource type as it was written
  /// @param name the full name, or its normal form where it is not known
  /// @param id the resource id, or its normal form
  /// @param property path of the property that decided, such as `properties.disableLocalAuth`;
  ///   empty for the resource as a whole
  public record Subject(String type, String name, String id, String property) {}

  /// What is said of a failure, for what could not be decided: it must not read as a fact.
  public static String perhaps(String message) {
    return "It may be that "
        + (PLAIN_WORD.matcher(message).lookingAt()
            ? message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1)
            : message);
  }

  /// Whether the rule is broken for certain and nobody has accepted that.
  public boolean active() {
    return outcome instanceof Outcome.Fail && suppression.isEmpty();
  }

  /// Whether it could not be decided, and nobody has accepted that.
  public boolean undecided() {
    return outcome instanceof Outcome.Open && suppression.isEmpty();
  }

  private Finding but(Consumer<FindingParts> change) {
    FindingParts parts = new FindingParts(this);
    change.accept(parts);
    return parts.finding();
  }

  /// The same finding about something that is left out: a warning at most, under a condition.
  ///
  /// @param unless what would have to hold for it to be deployed
  /// @param decides where that is decided, and what stands there
  public Finding whenDeployed(String unless, Related decides) {
    return but(it -> {
      it.severity = severity == Severity.ERROR ? Severity.WARNING : severity;
      it.message = "If " + unless + ": " + message;
      it.related = Stream.concat(Stream.of(decides), related.stream()).toList();
    });
  }

  /// The same finding, which stands for so many resources and has more places to look at.
  public Finding with(List<Related> others, int all) {
    return but(it -> {
      it.related = Stream.concat(related.stream(), others.stream()).toList();
      it.instances = all;
    });
  }

  /// The same finding, open because of these.
  public Finding because(List<Outcome.Cause> causes) {
    return but(it -> it.outcome = new Outcome.Open(causes));
  }

  /// What is said of a failure that may be none, for these.
  public Finding doubted(List<Outcome.Cause> causes) {
    return but(it -> {
      it.outcome = new Outcome.Open(causes);
      it.message = perhaps(message);
      it.fix = Optional.empty();
    });
  }

  /// The same finding with the changes of another one, which stands for the same place.
  public Finding sharing(Optional<Fix> others) {
    return fixed(Fix.both(fix, others));
  }

  /// The same finding with this fix, or with none.
  public Finding fixed(Optional<Fix> by) {
    return but(it -> it.fix = by);
  }

  /// The same finding, reached by these deployments.
  public Finding reachedBy(List<String> labels) {
    return but(it -> it.deployments = labels);
  }

  /// The same finding, accepted.
  public Finding suppressed(Suppression by) {
    return but(it -> it.suppression = Optional.of(by));
  }
}
