package dev.keylint.report;

import com.contrastsecurity.sarif.Message;
import dev.keylint.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/// The sentences of a result: what is wrong, for whom, where it comes from, what to do.
final class SarifMessages {
  private static final int MOST_DEPLOYMENTS = 5;

  private final SarifPlaces places;
  private final boolean manyDeployments;

  SarifMessages(ReportInput input, SarifPlaces places) {
    this.places = places;
    this.manyDeployments = input.summary().coverage().deployments().size() > 1;
  }

  /// The first sentence is what code scanning uses as title; each link goes to a related place.
  Message of(Finding finding, SarifRelated related) {
    List<String> sentences = new ArrayList<>();
    sentences.add(Neutral.sarif(SarifWords.sentence(places.plain(finding.message()))));
    if (finding.instances() > 1) {
      sentences.add("It stands for " + finding.instances() + " resources.");
    }
    if (manyDeployments && !finding.deployments().isEmpty()) {
      sentences.add("Deployed by " + Neutral.sarif(places.plain(deployments(finding))) + ".");
    }
    if (!related.related().isEmpty()) {
      sentences.add("See " + links(related) + ".");
    }
    if (!finding.remediation().isBlank()) {
      sentences.add(Neutral.sarif(SarifWords.sentence(places.plain(finding.remediation()))));
    }
    return SarifWords.message(String.join(" ", sentences));
  }

  private static String deployments(Finding finding) {
    List<String> labels = finding.deployments();
    int more = labels.size() - MOST_DEPLOYMENTS;
    String shown = String.join(", ", labels.subList(0, Math.min(labels.size(), MOST_DEPLOYMENTS)));
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private String links(SarifRelated related) {
    List<String> links = new ArrayList<>();
    for (Finding.Related one : related.related()) {
      String words =
          Neutral.sarif(places.plain(one.message())).replace("[", "\\[").replace("]", "\\]");
      links.add("[" + words + "](" + (links.size() + 1) + ")");
    }
    return String.join(", ", links);
  }
}
