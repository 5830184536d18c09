package dev.keylint.live;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.management.exception.ManagementError;
import com.azure.core.management.exception.ManagementException;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonResult;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Source;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a subscription, unit by unit, into a snapshot. One unit's failure never ends another's.
public final class Collector {
  private final ArmConnection arm;
  private final Clock clock;

  /// A collector for the ARM endpoint of one cloud.
  public Collector(URI endpoint, SignIn signIn, Clock clock) {
    this(endpoint, signIn.credential(), clock);
  }

  Collector(URI endpoint, TokenCredential credential, Clock clock) {
    this.arm = new ArmConnection(endpoint, credential);
    this.clock = clock;
  }

  /// Reads all units of a subscription; answers how each went.
  ///
  /// @throws SignInFailed when there is no token to be had
  public List<UnitReport> collect(String subscription, SnapshotWriter snapshot) {
    arm.signIn();
    List<UnitReport> reports = new ArrayList<>();
    for (Unit unit : Unit.all()) {
      UnitReport report = read(unit, subscription, snapshot);
      snapshot.unit(report);
      reports.add(report);
    }
    return reports;
  }

  private UnitReport read(Unit unit, String subscription, SnapshotWriter snapshot) {
    PageTee tee = arm.tee();
    tee.start();
    UnitReport.State state = UnitReport.State.OK;
    Optional<String> error = Optional.empty();
    try {
      unit.read().of(arm, subscription);
    } catch (HttpResponseException e) {
      state = state(e.getResponse().getStatusCode());
      error = Optional.of(code(e));
    } catch (RuntimeException e) {
      // Whatever an answer of Azure makes its clients throw ends this unit only.
      state = UnitReport.State.FAILED;
      error = Optional.of(Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
    }
    int rows = 0;
    for (String page : tee.pages()) {
      Optional<List<JsonValue>> items = items(page);
      if (items.isEmpty() && state == UnitReport.State.OK) {
        state = UnitReport.State.FAILED;
        error = Optional.of("a page is no JSON list");
      }
      for (JsonValue item : items.orElse(List.of())) {
        snapshot.resource(unit.type(), tee.apiVersion().orElse(""), item, clock.instant());
        rows++;
      }
    }
    return new UnitReport(
        unit.type(),
        "/subscriptions/" + subscription,
        state,
        tee.status(),
        error,
        tee.apiVersion(),
        rows,
        clock.instant());
  }

  private static Optional<List<JsonValue>> items(String page) {
    JsonResult result = JsonReader.read(Source.of("page", page));
    if (!result.diagnostics().isEmpty()) {
      return Optional.empty();
    }
    return result
        .object()
        .flatMap((JsonObject object) -> object.array("value"))
        .map(JsonArray::items);
  }

  private static UnitReport.State state(int status) {
    return switch (status) {
      case 401, 403 -> UnitReport.State.FORBIDDEN;
      case 429 -> UnitReport.State.THROTTLED;
      default -> UnitReport.State.FAILED;
    };
  }

  /// Azure's own code when it gave one: a proxy on the way answers without.
  private static String code(HttpResponseException e) {
    return Optional.of(e)
        .filter(ManagementException.class::isInstance)
        .map(managed -> ((ManagementException) managed).getValue())
        .map(ManagementError::getCode)
        .orElse("HTTP " + e.getResponse().getStatusCode());
  }
}
