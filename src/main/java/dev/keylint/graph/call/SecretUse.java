package dev.keylint.graph.call;

import java.util.regex.Pattern;

/// What secrets among the settings of a workload are for, by the words in their names.
final class SecretUse {
  /// What has nothing to do with calling AI or Search.
  private static final Pattern OTHER =
      Pattern.compile(
          "(^|_)(APP_?INSIGHTS|APPLICATION_?INSIGHTS\\w*|APPINSIGHTS\\w*|INSTRUMENTATION_?KEY|LOG_ANALYTICS"
              + "|WEBSITE|WEBJOBS\\w*|JOBS|AZURE_WEB_JOBS\\w*|WEB_JOBS\\w*|STORAGE|BLOB|QUEUE|TABLE|COSMOS\\w*|SQL\\w*|POSTGRES\\w*|PG\\w*"
              + "|MYSQL|MARIADB|MONGO\\w*|DB|DATABASE|REDIS|SERVICE_?BUS|EVENT_?HUBS?|EVENT_?GRID|SIGNAL_?R|PUBSUB"
              + "|REGISTRY|DOCKER|ACR|GIT|GITHUB|GITLAB|SMTP|MAIL|SENDGRID|TWILIO|SLACK|TEAMS|TELEGRAM|BOT"
              + "|SESSION|COOKIES?|JWT|CSRF|FLASK|DJANGO|NEXTAUTH|AUTHENTICATION_SECRET|SIGNING|ENCRYPTION"
              + "|BING|MAPS|SPEECH|TRANSLATOR|WEATHER|NEO_?4J|GRAFANA|LANGSMITH|LANGCHAIN|CONNECTION_?STRING"
              + "|PASSWORD|PASSWD|USERNAME)(_|$)");

  private SecretUse() {}

  /// Whether a name says what the secret is for.
  static boolean isKnown(String name) {
    return Family.namesKey(name) || OTHER.matcher(SettingName.words(name)).find();
  }
}
