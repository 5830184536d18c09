package dev.keylint.report;

import com.contrastsecurity.sarif.Message;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The sentences of a result: what is wrong, for whom, where it comes from, what to do.
final class SarifMessages {
  private final SarifPlaces places;
  private final DeployedBy deployedBy;

  SarifMessages(ReportInput input, SarifPlaces places) {
    this.places = places;
    this.deployedBy = new DeployedBy(input);
  }

  /// The first sentence is what code scanning uses as title; each link goes to a related place.
  Message of(Finding finding, SarifRelated related) {
    List<String> sentences = new ArrayList<>();
    sentences.add(Neutral.sarif(SarifWords.sentence(places.plain(finding.message()))));
    if (finding.instances() > 1) {
      sentences.add("It stands for " + finding.instances() + " resources.");
    }
    String deployments = deployedBy.of(finding);
    if (!deployments.isEmpty()) {
      sentences.add(Neutral.sarif(SarifWords.sentence(places.plain(deployments))));
    }
    List<String> links = links(related);
    List<Finding.Related> own = finding.related();
    String see = joined(links, related, own::contains);
    String why = joined(links, related, it -> !own.contains(it));
    if (!why.isEmpty()) {
      sentences.add("Undecided: " + why + ".");
    }
    if (finding.outcome() instanceof Outcome.Open(var because)) {
      sentences.addAll(helps(because));
    }
    if (!see.isEmpty()) {
      sentences.add("See " + see + ".");
    }
    // Who complies needs no advice.
    if (!(finding.outcome() instanceof Outcome.Pass) && !finding.remediation().isBlank()) {
      sentences.add(Neutral.sarif(SarifWords.sentence(places.plain(finding.remediation()))));
    }
    return SarifWords.message(String.join(" ", sentences));
  }

  /// What would decide it; why it is open are places to see.
  private List<String> helps(List<Outcome.Cause> because) {
    return because.stream()
        .flatMap(cause -> cause.help().stream())
        .distinct()
        .map(help -> Neutral.sarif(SarifWords.sentence(places.plain("to decide: " + help))))
        .toList();
  }

  /// A link to each place.
  private List<String> links(SarifRelated related) {
    List<String> links = new ArrayList<>();
    for (Finding.Related one : related.related()) {
      String words =
          Neutral.sarif(places.plain(one.message())).replace("[", "\\[").replace("]", "\\]");
      links.add("[" + words + "](" + (links.size() + 1) + ")");
    }
    return links;
  }

  private static String joined(
      List<String> links, SarifRelated related, Predicate<Finding.Related> wanted) {
    return IntStream.range(0, links.size())
        .filter(i -> wanted.test(related.related().get(i)))
        .mapToObj(links::get)
        .collect(Collectors.joining(", "));
  }
}
