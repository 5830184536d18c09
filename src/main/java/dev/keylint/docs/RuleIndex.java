package dev.keylint.docs;

import dev.keylint.rule.Metadata;
import dev.keylint.rule.Profile;
import dev.keylint.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The page that lists all rules, by family.
///
/// The family of a rule is the first of these that it is tagged with.
public final class RuleIndex {
  private static final Map<String, String> FAMILIES = families();
  private static final String OTHERS = "others";

  private RuleIndex() {}

  private static Map<String, String> families() {
    Map<String, String> families = new LinkedHashMap<>();
    families.put("local-auth", "Keys are on, or tokens are refused");
    families.put("secrets", "Keys that leak or come back");
    families.put("roles", "Roles that are missing, useless or too strong");
    families.put("identity", "The wrong identity, or none, gets the token");
    families.put("audience-endpoint", "A token or a URL for the wrong service");
    families.put("network-evidence", "Private ways, and logs");
    families.put(OTHERS, "Others");
    return families;
  }

  /// The page in GitHub's Markdown.
  ///
  /// @param rules where its links lead to, from the folder of the page
  public static String markdown(List<Rule> all, String rules) {
    List<String> parts = new ArrayList<>();
    parts.add("<!-- Made from the folders in rules: mvn test -Dgolden=update -->");
    parts.add("# The rules");
    parts.add(
        "`keylint rules show ID` says the same as the page of a rule. `--profile` chooses among"
            + " them; what is for `all` only is asked on no other account.");
    FAMILIES.forEach((family, title) -> {
      List<Rule> members = all.stream().filter(it -> family(it).equals(family)).toList();
      if (!members.isEmpty()) {
        parts.add("## " + title);
        parts.add(table(members, family, rules));
      }
    });
    return String.join("\n\n", parts) + "\n";
  }

  private static String family(Rule rule) {
    return rule.metadata().tags().stream().filter(FAMILIES::containsKey).findFirst().orElse(OTHERS);
  }

  private static String table(List<Rule> rules, String family, String folder) {
    List<String> rows = new ArrayList<>();
    rows.add("| rule | level | family | profiles | what is wrong |\n|---|---|---|---|---|");
    rules.stream()
        .sorted(Comparator.comparing(Rule::id))
        .map(it -> row(it, family, folder))
        .forEach(rows::add);
    return String.join("\n", rows);
  }

  private static String row(Rule rule, String family, String folder) {
    Metadata metadata = rule.metadata();
    String score = metadata.securitySeverity().map(it -> " " + it).orElse("");
    String link = "[" + rule.id() + "](" + folder + "/" + rule.id() + "/README.md)";
    String level = metadata.severity().word() + score;
    String title = metadata.title().replace("|", "\\|");
    return "| " + String.join(" | ", link, level, family, profiles(rule), title) + " |";
  }

  private static String profiles(Rule rule) {
    List<String> words = Profile.of(rule).stream().map(Profile::word).toList();
    return Profile.byDefault(rule) ? String.join(", ", words) : Profile.ALL.word() + " only";
  }
}
