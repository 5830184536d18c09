package dev.keylint.report;

import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.ReportingDescriptorReference;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.text.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a run says beside its results: what it could not read, what stays open, how much it saw.
final class SarifNotifications {
  private static final int MOST = 1_000;

  private final SarifPlaces places;

  SarifNotifications(SarifPlaces places) {
    this.places = places;
  }

  /// The kinds of notifications; always all of them.
  static Set<ReportingDescriptor> descriptors() {
    Set<ReportingDescriptor> all = new LinkedHashSet<>();
    for (NotificationKind kind : NotificationKind.values()) {
      all.add(
          new ReportingDescriptor()
              .withId(kind.id())
              .withName(SarifWords.pascal(kind.id()) + "Notification")
              .withShortDescription(SarifWords.description(kind.description()))
              .withFullDescription(SarifWords.description(kind.description()))
              .withHelp(
                  new MultiformatMessageString().withText(kind.help()).withMarkdown(kind.help()))
              .withDefaultConfiguration(
                  new ReportingConfiguration()
                      .withLevel(ReportingConfiguration.Level.fromValue(kind.level()))));
    }
    return all;
  }

  /// All that made the run incomplete, and so many of the others.
  List<Notification> diagnostics(List<Diagnostic> diagnostics) {
    List<Notification> said = new ArrayList<>();
    List<Notification> notes = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      (diagnostic.kind().incomplete() ? said : notes).add(diagnostic(diagnostic));
    }
    said.addAll(limited(notes));
    return said;
  }

  /// @param all whether they may be what made the run incomplete, so that none may be left out
  List<Notification> undecided(List<Finding> findings, SarifResults results, boolean all) {
    List<Notification> said =
        findings.stream().map(finding -> undecided(finding, results)).toList();
    return all ? said : limited(said);
  }

  /// A notification that belongs to no place.
  Notification remark(NotificationKind kind, String text) {
    return new Notification()
        .withDescriptor(new ReportingDescriptorReference().withId(kind.id()))
        .withLevel(Notification.Level.fromValue(kind.level()))
        .withMessage(SarifWords.message(Neutral.sarif(places.plain(text))));
  }

  private Notification diagnostic(Diagnostic diagnostic) {
    String help = diagnostic.help().map(text -> " " + SarifWords.sentence(text)).orElse("");
    return remark(
            NotificationKind.of(diagnostic.kind()),
            SarifWords.sentence(diagnostic.message()) + help)
        .withLocations(at(diagnostic.location()));
  }

  private Notification undecided(Finding finding, SarifResults results) {
    StringBuilder text = new StringBuilder(SarifWords.sentence(finding.message()));
    if (finding.outcome() instanceof Outcome.Open(var because)) {
      String why = because.stream().map(Outcome.Cause::text).collect(Collectors.joining("; "));
      text.append(" Undecided: ").append(why).append('.');
      because.stream()
          .flatMap(cause -> cause.help().stream())
          .distinct()
          .forEach(help -> text.append(" To decide: ").append(help).append('.'));
    }
    return remark(NotificationKind.UNDECIDED, text.toString())
        .withLocations(at(finding.at()))
        .withAssociatedRule(
            new ReportingDescriptorReference()
                .withId(finding.ruleId())
                .withIndex(results.index(finding.ruleId())));
  }

  private Set<Location> at(dev.keylint.text.Location place) {
    return Set.of(new Location().withPhysicalLocation(places.physical(place)));
  }

  private List<Notification> limited(List<Notification> all) {
    if (all.size() <= MOST) {
      return all;
    }
    List<Notification> some = new ArrayList<>(all.subList(0, MOST));
    some.add(
        remark(NotificationKind.CUT, (all.size() - MOST) + " more of these are not listed here."));
    return some;
  }
}
