package dev.keylint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keylint.finding.Finding;
import dev.keylint.rule.Severity;
import dev.keylint.text.Location;
import java.io.IOException;
import java.net.URI;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/// The data binder that java-sarif is made for is the referee: it leaves nothing of the model out.
final class SarifJsonTest {
  @Test
  void writesAllThatIsInTheModel() throws IOException {
    ReportInput.Run circumstances =
        new ReportInput.Run(
            "contoso",
            Optional.of("keyless"),
            true,
            Optional.of("https://portal.azure.com"),
            1,
            "apps",
            Optional.of(new ReportInput.Time(Instant.EPOCH, Instant.EPOCH.plusMillis(12))),
            Optional.of(new ReportInput.Revision("https://example.com/a", "1", "refs/heads/x")),
            Map.of("build", "17"));
    List<Finding> findings =
        List.of(
            Samples.openAi(),
            Samples.keyInSetting(),
            Samples.open(),
            Samples.pass(),
            Samples.suppressed(),
            Samples.with(
                Samples.openAi(),
                Severity.WARNING,
                new Location.InAzure("/subscriptions/s/x", "/kind")));
    for (SarifReport.Profile profile : SarifReport.Profile.values()) {
      same(new SarifReport(profile).run(Samples.all(), Samples.all().findings(), List.of()));
      same(new SarifReport(profile).run(Samples.in(circumstances, findings), findings, findings));
    }
  }

  private static void same(Run run) throws IOException {
    SarifSchema210 log =
        new SarifSchema210()
            .with$schema(URI.create(SarifJson.SCHEMA))
            .withVersion(SarifSchema210.Version._2_1_0)
            .withRuns(List.of(run));
    ObjectMapper referee = referee();
    assertThat(referee.readTree(SarifJson.bytes(run)))
        .isEqualTo(referee.readTree(referee.writeValueAsBytes(log)));
  }

  private static ObjectMapper referee() {
    ObjectMapper mapper = new ObjectMapper();
    JsonInclude.Value always =
        JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS);
    for (Class<?> type :
        List.of(
            Result.Level.class,
            Result.Kind.class,
            Notification.Level.class,
            ReportingConfiguration.Level.class)) {
      mapper.configOverride(type).setIncludeAsProperty(always);
    }
    SimpleDateFormat utc = new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
    utc.setTimeZone(TimeZone.getTimeZone("UTC"));
    return mapper.setDateFormat(utc);
  }
}
